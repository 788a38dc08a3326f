using PolicyKit.Rules;

namespace PolicyKit.Lint;

/// <summary>The written rule under the lint, and what was found at it. One object goes through all rules of a direction, so that looking costs nothing.</summary>
internal sealed class LintedRule(LintedPolicy policy, Direction direction, ValueArray<PolicyRule> section)
{
    private List<Diagnostic>? _findings;
    private InternetShare? _internet;

    public LintedPolicy Policy => policy;

    public Direction Direction => direction;

    /// <summary>All rules of the direction, and the place of this one among them.</summary>
    public ValueArray<PolicyRule> Section => section;

    public int Index { get; private set; }

    public ValueArray<Port> Ports => section[Index].Ports;

    public ValueArray<RulePeer> Peers => section[Index].Peers;

    public ClusterProfile Facts => policy.Set.Facts;

    public bool IsIngress => direction is Direction.Ingress;

    /// <summary>How much of the public internet the rule's networks hold together.</summary>
    public InternetShare Internet => _internet ??= InternetShare.Of(Peers);

    public IReadOnlyList<Diagnostic> Findings => _findings ?? (IReadOnlyList<Diagnostic>)[];

    /// <summary>Goes on to another rule of the direction.</summary>
    public void MoveTo(int index)
    {
        Index = index;
        _findings = null;
        _internet = null;
    }

    /// <summary>Reports something at the line of the rule; the sentence begins with the policy.</summary>
    public void Report(Rule rule, string predicate, string mend, Severity? severity = null)
    {
        var diagnostic = new Diagnostic(rule.Id, severity ?? rule.Severity, $"Policy '{policy.Id}' {predicate}", mend) { Origin = section[Index].Origin };
        (_findings ??= []).Add(diagnostic);
        policy.Note(diagnostic);
    }
}
