using PolicyKit.Rules;

namespace PolicyKit.Lint;

/// <summary>A rehearsal denies nothing. Said once for a set, at its first rehearsed policy.</summary>
internal sealed class PK3014DryRun : LintRule
{
    public override void Visit(LintedPolicy policy)
    {
        if (policy.Written.Mode is not RolloutMode.DryRun || !ReferenceEquals(policy.Set.FirstRehearsed, policy.Written)) return;
        var others = policy.Set.RehearsedCount - 1;
        // The other engines have a form that is in place, or staged; there it is the allow rules alone, and nothing reports a flow that would be denied.
        var unseen = ReferenceEquals(policy.Set.Engine, Engine.ClusterNetworkPolicy) ? ", and what would be denied is observed nowhere" : "";
        policy.Report(
            RuleCatalogue.PK3014,
            others == 0 ? $"is rehearsed only: it denies nothing{unseen}." : FormattableString.Invariant($"is rehearsed only, as {others} more of the set are: they deny nothing{unseen}."),
            "InMode(RolloutMode.Enforce) enforces what is rehearsed.");
    }
}
