namespace PolicyKit.Verification.Engines.Calico;

/// <summary>A selector that was read, or why it was not.</summary>
/// <param name="Selector">The expression, or null.</param>
/// <param name="At">The character at which reading ended, counted from one.</param>
/// <param name="Problem">What is wrong there.</param>
/// <param name="Mend">What to write instead, where that is known.</param>
/// <param name="IsTooDeep">Whether Calico would read it, and only this parser does not.</param>
internal readonly record struct CalicoSelectorReading(CalicoSelector? Selector, int At, string Problem, string Mend, bool IsTooDeep)
{
    public static CalicoSelectorReading Of(CalicoSelector selector) => new(selector, 0, "", "", false);

    public static CalicoSelectorReading Failed(int at, string problem, string mend) => new(null, at, problem, mend, false);
}
