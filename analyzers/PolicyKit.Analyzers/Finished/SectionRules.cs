using PolicyKit.Analyzers.Reading;
using PolicyKit.Lint;
using PolicyKit.Rules;

namespace PolicyKit.Analyzers.Finished;

/// <summary>The rules of the lint that need the other rules of the policy, and what each of them may know of those.</summary>
internal static class SectionRules
{
    internal static SetRule PK1003 { get; } = new SectionRule(RuleCatalogue.PK1003, new PK1003HalfOfDns(), EverythingThatMayBeThere, (found, _) => ("instead", found.Instead!));

    internal static SetRule PK1006 { get; } = new SectionRule(RuleCatalogue.PK1006, new PK1006CallerIsNoPod(), EverythingThatMayBeThere, (found, rule) => AllowCaller(found, rule));

    internal static SetRule PK4002 { get; } = new SectionRule(
        RuleCatalogue.PK4002, new PK4002Redundant(), WhatIsSurelyThereBefore, (found, rule) => found.About is null && Places.BeginningOf(rule.Site) is not null ? ("remove", "rule") : null);

    // Peers that are not known may be anybody; ports that are not known may be any: then nothing is said.
    private static ValueArray<PolicyRule>? EverythingThatMayBeThere(Section section, KnownRule rule)
    {
        if (rule.Written is not { } written || section.Rules.Any(one => one.Ports is null)) return null;
        return [.. section.Rules.Where(one => !ReferenceEquals(one, rule)).Select(one => new PolicyRule(one.Ports!, one.Peers ?? [AnywherePeer.Instance], null, default)), written];
    }

    private static ValueArray<PolicyRule>? WhatIsSurelyThereBefore(Section section, KnownRule rule) => rule.Written is not { } written
        ? null
        : [.. section.Rules.TakeWhile(one => !ReferenceEquals(one, rule)).Where(one => one is { IsAlways: true, Written: not null }).Select(one => one.Written!), written];

    private static (string, string)? AllowCaller(LintFinding found, KnownRule rule)
    {
        for (var at = 0; at < rule.Ports!.Count; at++)
        {
            if (!rule.Ports[at].Equals(found.About) || Places.PortAt(rule.Site, at, rule.Ports.Count) is not Microsoft.CodeAnalysis.CSharp.Syntax.ExpressionSyntax port) continue;
            if (Places.RuleAt(rule.Site) == port) return null;
            return ("append", $"AllowIngress({port}).{(found.Mend.Contains("FromKubelet()") ? "FromKubelet()" : "From(ApiServer)")}");
        }

        return null;
    }
}
