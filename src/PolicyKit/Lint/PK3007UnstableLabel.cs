using PolicyKit.Rules;

namespace PolicyKit.Lint;

/// <summary>A selector on a label that every rollout changes matches until the next one; one that Cilium leaves out of identities matches nothing there.</summary>
internal sealed partial class PK3007UnstableLabel : LintRule
{
    private const string Mend = "Select by a label that stays, such as 'app.kubernetes.io/name'.";

    public override void Visit(LintedRule rule)
    {
        foreach (var peer in rule.Peers)
        {
            if (peer is not PodsPeer pods || Find(pods.Selector, rule.IsForCilium) is not { } found) continue;
            rule.Report(RuleCatalogue.PK3007, $"selects peers by '{found.Key}', which {found.Why}.", Mend, about: peer);
            return;
        }
    }

    /// <summary>What is to be said of the pods of a policy itself; null when nothing is.</summary>
    internal static LintFinding? OfSubject(LabelSelector subject, bool isForCilium) => Find(subject, isForCilium) is { } found
        ? new(RuleCatalogue.PK3007, Severity.Warning, $"selects its pods by '{found.Key}', which {found.Why}.", Mend)
        : null;

    private static (string Key, string Why)? Find(LabelSelector selector, bool isForCilium)
    {
        foreach (var one in selector.Requirements)
        {
            // That such a label is there, or is not, holds through every rollout.
            if (one.Operator is LabelOperator.In or LabelOperator.NotIn && WellKnown.IsRolloutLabel(one.Key)) return (one.Key, "changes with every rollout");
            if (isForCilium && WellKnown.IsExcludedByCilium(one.Key)) return (one.Key, "Cilium leaves out of identities unless it is told otherwise, so that nothing matches");
        }

        return null;
    }
}
