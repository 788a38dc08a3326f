using PolicyKit.Rules;

namespace PolicyKit.Lint;

/// <summary>A selector on a label that every rollout changes matches until the next one; one that Cilium leaves out of identities matches nothing there.</summary>
internal sealed partial class PK3007UnstableLabel : LintRule
{
    public override void Visit(LintedRule rule)
    {
        foreach (var peer in rule.Peers)
        {
            if (peer is not PodsPeer pods || Find(pods.Selector, rule.IsForCilium) is not { } found) continue;
            rule.Report(RuleCatalogue.PK3007, $"selects peers by '{found.Key}', which {found.Why}.", "Select by a label that stays, such as 'app.kubernetes.io/name'.", about: peer);
            return;
        }
    }

    private static (string Key, string Why)? Find(LabelSelector selector, bool isForCilium)
    {
        foreach (var one in selector.Requirements)
        {
            if (WellKnown.IsRolloutLabel(one.Key)) return (one.Key, "changes with every rollout");
            if (isForCilium && WellKnown.IsExcludedByCilium(one.Key)) return (one.Key, "Cilium leaves out of identities unless it is told otherwise, so that nothing matches");
        }

        return null;
    }
}
