using Microsoft.CodeAnalysis;
using PolicyKit.Analyzers.Reading;
using PolicyKit.Lint;
using PolicyKit.Rules;

namespace PolicyKit.Analyzers.Finished;

/// <summary>A rule of the lint that looks at one rule of a policy beside the others of its direction: it runs on what was read of a finished policy.</summary>
internal abstract class SectionRule(Rule rule, LintRule lint) : SetRule
{
    internal sealed override DiagnosticDescriptor Descriptor { get; } = Descriptors.Of(rule, "This rule {0}");

    internal sealed override void Visit(FinishedSet set, SetFindings findings)
    {
        foreach (var policy in set.Policies)
        {
            Visit(policy, Direction.Ingress, findings);
            Visit(policy, Direction.Egress, findings);
        }
    }

    /// <summary>Whether the rule of the lint can have anything to say of a rule.</summary>
    protected abstract bool MayConcern(Direction direction, KnownRule one);

    /// <summary>The rules to look at, the one in question last; null when what is not known may mend it.</summary>
    protected abstract ValueArray<PolicyRule>? Beside(Section section, KnownRule one, PolicyRule written);

    /// <summary>What the fix reads; null where there is none.</summary>
    protected abstract (string Key, string Text)? Mend(LintFinding found, KnownRule one);

    /// <summary>All rules that are there on some path. Peers that are not known may be anybody; where ports are not known, nobody knows.</summary>
    protected static ValueArray<PolicyRule>? WhatMayBeThere(Section section, KnownRule one, PolicyRule written) => section.Rules.Any(other => other.Ports is null)
        ? null
        : [.. section.Rules.Where(other => !ReferenceEquals(other, one)).Select(other => new PolicyRule(other.Ports!, other.Peers ?? [AnywherePeer.Instance], null, default)), written];

    private void Visit(Known.Policy policy, Direction direction, SetFindings findings)
    {
        var section = policy.Details[direction];
        foreach (var one in section.Rules)
        {
            if (!MayConcern(direction, one)) continue;
            // What is not read may be the very rule that mends it.
            if (policy.Details.HasUnreadRules || one.Written is not { } written || Beside(section, one, written) is not { } rules) findings.Fine(Descriptor, one.Site);
            else Visit(new(ClusterProfile.Unknown, direction, rules), one, findings);
        }
    }

    private void Visit(LintedRule linted, KnownRule one, SetFindings findings)
    {
        linted.MoveTo(linted.Section.Count - 1);
        lint.Visit(linted);
        if (linted.Findings is not [var found, ..])
        {
            findings.Fine(Descriptor, one.Site);
            return;
        }

        var mend = Mend(found, one);
        findings.Bad(
            Descriptor, PlaceOf(found, one), found.Severity, found.Mend.Length == 0 ? found.Predicate : $"{found.Predicate} {found.Mend}",
            mend, mend is { Key: "instead" } ? null : one.Site, spot: one.Site);
    }

    private static SyntaxNode PlaceOf(LintFinding found, KnownRule rule)
    {
        for (var at = 0; at < rule.Ports!.Count; at++)
        {
            if (rule.Ports[at].Equals(found.About)) return Places.PortAt(rule.Site, at, rule.Ports.Count);
        }

        return Places.RuleAt(rule.Site);
    }
}
