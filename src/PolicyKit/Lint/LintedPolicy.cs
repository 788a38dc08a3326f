using PolicyKit.Ir;
using PolicyKit.Rules;

namespace PolicyKit.Lint;

/// <summary>One written policy under the lint, and what was found at it.</summary>
internal sealed class LintedPolicy(LintedSet set, Policy written)
{
    private List<Diagnostic>? _findings;
    private List<LintFinding>? _atRules;

    public LintedSet Set => set;

    /// <summary>What the egress of all policies that cover its pods opens; null when it cannot be told.</summary>
    public EgressFacts? Covering { get; } = set.Coverage.FactsCovering(written);

    public Policy Written => written;

    /// <summary>Its name as it is emitted; where none can be derived, which is an error by itself, its labels.</summary>
    public PolicyId Id => new(written.Namespace, Resolver.NameOf(written) ?? written.Subject.ToString());

    public IReadOnlyList<Diagnostic> Findings => _findings ?? (IReadOnlyList<Diagnostic>)[];

    public ValueArray<PolicyRule>? Section(Direction direction) => direction is Direction.Ingress ? written.Ingress : written.Egress;

    /// <summary>Whether a finding of this rule and weight stands at one of the policy's rules.</summary>
    public bool HasAtRule(Rule rule, Severity severity) => _atRules?.Exists(one => one.Rule == rule && one.Severity == severity) ?? false;

    /// <summary>Takes note of what was found at one of its rules, and makes a diagnostic of it.</summary>
    public Diagnostic Note(LintFinding found, Origin at)
    {
        (_atRules ??= []).Add(found);
        return new(found.Rule.Id, found.Severity, $"Policy '{Id}' {found.Predicate}", found.Mend) { Origin = at };
    }

    /// <summary>Reports something at the line of the policy, or at another one; the sentence begins with the policy.</summary>
    public void Report(Rule rule, string predicate, string mend, Severity? severity = null, Origin? at = null) =>
        (_findings ??= []).Add(new(rule.Id, severity ?? rule.Severity, $"Policy '{Id}' {predicate}", mend) { Origin = at ?? Place });

    // ForPods with three labels or more has no room for a line of its own: the first rule stands in.
    private Origin Place
    {
        get
        {
            if (written.Origin.IsKnown) return written.Origin;
            return written.Ingress is { Count: > 0 } ingress ? ingress[0].Origin : written.Egress is { Count: > 0 } egress ? egress[0].Origin : default;
        }
    }
}
