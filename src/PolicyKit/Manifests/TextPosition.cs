namespace PolicyKit.Manifests;

/// <summary>A place in a text: line and column, both counted from one. The default value means "not read from a text".</summary>
/// <param name="Line">The line, counted from one.</param>
/// <param name="Column">The column, counted from one.</param>
public readonly record struct TextPosition(int Line, int Column)
{
    /// <summary>Whether the place is known.</summary>
    public bool IsKnown => Line > 0;

    /// <summary>The place in words.</summary>
    /// <returns>For example <c>line 3, column 7</c>; empty when not known.</returns>
    public override string ToString() => IsKnown ? FormattableString.Invariant($"line {Line}, column {Column}") : "";
}
