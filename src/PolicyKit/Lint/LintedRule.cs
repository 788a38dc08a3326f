// Linked into the analyzers: this file must also compile for netstandard2.0.
using PolicyKit.Rules;

namespace PolicyKit.Lint;

/// <summary>The written rule under the lint, and what was found at it. One object goes through all rules of a direction, so that looking costs nothing.</summary>
/// <remarks>The analyzers make one of what they read in source: what is said at run time and what is said in the editor come from the same place.</remarks>
internal sealed class LintedRule(ClusterProfile facts, Direction direction, ValueArray<PolicyRule> section, bool isForCilium = false)
{
    private List<LintFinding>? _findings;
    private InternetShare? _internet;

    public Direction Direction => direction;

    /// <summary>All rules of the direction, and the place of this one among them.</summary>
    public ValueArray<PolicyRule> Section => section;

    public int Index { get; private set; }

    public ValueArray<Port> Ports => section[Index].Ports;

    public ValueArray<RulePeer> Peers => section[Index].Peers;

    public ClusterProfile Facts => facts;

    public bool IsIngress => direction is Direction.Ingress;

    /// <summary>Whether Cilium decides what labels are seen: it is the enforcer, or its dialect is written.</summary>
    public bool IsForCilium => isForCilium;

    /// <summary>How much of the public internet the rule's networks hold together.</summary>
    public InternetShare Internet => _internet ??= InternetShare.Of(Peers);

    public IReadOnlyList<LintFinding> Findings => _findings ?? (IReadOnlyList<LintFinding>)[];

    /// <summary>Goes on to another rule of the direction.</summary>
    public void MoveTo(int index)
    {
        Index = index;
        _findings = null;
        _internet = null;
    }

    /// <summary>Reports something at the rule; the sentence begins with the policy.</summary>
    /// <param name="rule">Which rule of the catalogue.</param>
    /// <param name="predicate">What the rule does, behind its subject.</param>
    /// <param name="mend">What to do.</param>
    /// <param name="severity">How much it weighs, when not as much as the catalogue says.</param>
    /// <param name="about">The port or peer that has to change; null when it is the rule as a whole.</param>
    /// <param name="instead">What to write in its place, as C#; null when that is not one expression.</param>
    public void Report(Rule rule, string predicate, string mend, Severity? severity = null, object? about = null, string? instead = null) =>
        (_findings ??= []).Add(new(rule, severity ?? rule.Severity, predicate, mend, about, instead));
}
