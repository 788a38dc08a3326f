using Microsoft.CodeAnalysis;
using PolicyKit.Analyzers.Reading;
using PolicyKit.Lint;
using PolicyKit.Rules;

namespace PolicyKit.Analyzers.Finished;

/// <summary>A rule of the lint that looks at one rule of a policy beside the others of its direction: it runs on what was read of a finished policy.</summary>
internal sealed class SectionRule(Rule rule, LintRule lint, Func<Section, KnownRule, ValueArray<PolicyRule>?> section, Func<LintFinding, KnownRule, (string Key, string Text)?> mend) : SetRule
{
    internal override DiagnosticDescriptor Descriptor { get; } = Descriptors.Of(rule, "This rule {0}");

    internal override void Visit(FinishedSet set, SetFindings findings)
    {
        foreach (var policy in set.Policies)
        {
            foreach (var (direction, known, one) in FinishedSet.RulesOf(policy)) Visit(policy, direction, known, one, findings);
        }
    }

    private void Visit(Known.Policy policy, Direction direction, Section known, KnownRule one, SetFindings findings)
    {
        // What is not read may be the very rule that mends it.
        if (policy.Details.HasUnreadRules || one.Ports is null || section(known, one) is not { } written)
        {
            for (var port = 0; port < one.Ports?.Count; port++) findings.Fine(Descriptor, Places.PortAt(one.Site, port, one.Ports.Count));
            findings.Fine(Descriptor, Places.RuleAt(one.Site));
            return;
        }

        var linted = new LintedRule(ClusterProfile.Unknown, direction, written);
        linted.MoveTo(written.Count - 1);
        lint.Visit(linted);
        foreach (var found in linted.Findings)
        {
            findings.Bad(
                Descriptor, PlaceOf(found, one), found.Severity, found.Mend.Length == 0 ? found.Predicate : $"{found.Predicate} {found.Mend}",
                mend(found, one), mend(found, one) is { Key: "instead" } ? null : one.Site);
        }

        if (linted.Findings.Count > 0) return;
        for (var port = 0; port < one.Ports.Count; port++) findings.Fine(Descriptor, Places.PortAt(one.Site, port, one.Ports.Count));
        findings.Fine(Descriptor, Places.RuleAt(one.Site));
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
