using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Explaining;

/// <summary>The rule that would allow a denied flow with the least change.</summary>
/// <param name="Source">Where it is written.</param>
/// <param name="Matches">What of the flow it fits, for example <c>the port</c>.</param>
/// <param name="Lacks">What of the flow it does not fit, each in words; with all of them mended the flow is allowed.</param>
public sealed record NearestRule(Source Source, ValueArray<string> Matches, ValueArray<string> Lacks)
{
    /// <summary>The same as data, so that a test can mend it.</summary>
    internal Shortfall Shortfall { get; init; } = Shortfall.None;

    /// <summary>What fits and what is lacking.</summary>
    public string Words => Matches.Count == 0
        ? string.Join(", and ", Lacks)
        : $"{Sentences.List(Matches)} {(Matches.Count == 1 ? "matches" : "match")}, {string.Join(", and ", Lacks)}";

    /// <summary>The rule and what it lacks.</summary>
    /// <returns>For example <c>policy web (Program.cs(12)): the port matches, the namespace 'default' is not 'monitoring'</c>.</returns>
    public override string ToString() => $"{Source}: {Words}";
}
