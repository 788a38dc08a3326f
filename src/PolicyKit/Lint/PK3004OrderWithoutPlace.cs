using PolicyKit.Rules;

namespace PolicyKit.Lint;

/// <summary>An order ranks a policy against those outside the set, and only where the engine ranks policies at all.</summary>
internal sealed class PK3004OrderWithoutPlace : LintRule
{
    public override void Visit(LintedPolicy policy)
    {
        if (policy.Written.Order is not { } order || policy.Set.Engine.HasOrder) return;
        policy.Report(
            RuleCatalogue.PK3004,
            FormattableString.Invariant($"has the order {order}, and {policy.Set.Engine} has no place for it."),
            "Nothing has to change: an order never changes what a set means.");
    }
}
