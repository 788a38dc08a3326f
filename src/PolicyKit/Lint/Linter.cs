using PolicyKit.Rules;

namespace PolicyKit.Lint;

/// <summary>Input: a set as it was written, the engine and the facts. Output: findings. Promise: the same set gives the same findings, one for a spot.</summary>
/// <remarks>What cannot be resolved or lowered at all is found by the resolver and the engines; nothing of it is reported here again.</remarks>
internal static class Linter
{
    // INVARIANT (registration order): rules of a chain come in its order, and those that look at a policy after all that look at its rules.
    private static readonly LintRule[] AtRules =
    [
        new PK1003HalfOfDns(),
        new PK1004ApiServerByLabels(),
        new PK1005ApiServerOnServicePort(),
        new PK1006CallerIsNoPod(),
        new PK1009ServiceNetwork(),
        new PK2001WholeInternet(),
        new PK2002MetadataAddress(),
        new PK2003EveryPort(),
        new PK2004EveryPod(),
        new PK2005SensitivePort(),
        new PK2006OneFamily(),
        new PK3006AmbiguousNetwork(),
        new PK3007UnstableLabel(),
        new PK4001NamespaceByLabel(),
        new PK4002Redundant(),
    ];

    private static readonly LintRule[] AtPolicies =
    [
        new PK0012GovernedOnSomePaths(),
        new PK1001And1002CutOff(RuleCatalogue.PK1001, Need.ApiServer),
        new PK1001And1002CutOff(RuleCatalogue.PK1002, Need.Dns),
        new PK1007SharedNamespace(),
        new PK1008ForgottenWorkload(),
        new PK1013ForeignNamespace(),
        new PK1014UnmetNeed(),
        new PK3004OrderWithoutPlace(),
        new PK3007UnstableLabel(),
        new PK3014DryRun(),
    ];

    public static void Run(PolicySet set, Engine engine, ClusterProfile facts, Action<Diagnostic> report)
    {
        var linted = new LintedSet(set, engine, facts);
        foreach (var entry in set)
        {
            if (entry is not Policy written) continue;
            var policy = new LintedPolicy(linted, written);
            Visit(policy, Direction.Ingress, written.Ingress, report);
            Visit(policy, Direction.Egress, written.Egress, report);
            foreach (var rule in AtPolicies) rule.Visit(policy);
            foreach (var finding in policy.Findings) report(finding);
        }
    }

    private static void Visit(LintedPolicy policy, Direction direction, ValueArray<PolicyRule>? section, Action<Diagnostic> report)
    {
        if (section is null) return;
        var linted = new LintedRule(policy.Set.Facts, direction, section, policy.Set.IsForCilium);
        for (var i = 0; i < section.Count; i++)
        {
            linted.MoveTo(i);
            foreach (var rule in AtRules) rule.Visit(linted);
            foreach (var finding in linted.Findings)
            {
                var diagnostic = policy.Note(finding, section[i].Origin);
                if (!Precedence.IsOutweighed(finding, linted.Findings)) report(diagnostic);
            }
        }
    }
}
