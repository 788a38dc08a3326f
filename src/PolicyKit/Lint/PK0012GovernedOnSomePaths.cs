using PolicyKit.Rules;

namespace PolicyKit.Lint;

/// <summary>A direction that only a <c>When</c> or <c>ForEach</c> governs is open on the other paths; unless another policy of the set governs it for the same pods.</summary>
internal sealed class PK0012GovernedOnSomePaths : LintRule
{
    public override void Visit(LintedPolicy policy)
    {
        var provenance = policy.Written.Provenance;
        if (provenance.IngressGovernedOnlyAt is { } ingress) Report(policy, Direction.Ingress, ingress, "everything reaches its pods");
        if (provenance.EgressGovernedOnlyAt is { } egress) Report(policy, Direction.Egress, egress, "its pods reach everything");
    }

    private static void Report(LintedPolicy policy, Direction direction, Origin at, string consequence)
    {
        if (policy.Set.Coverage.Covering(policy.Written).Any(group => group.Policies.Any(other => AlwaysGoverns(other, direction)))) return;
        policy.Report(
            RuleCatalogue.PK0012,
            $"governs {direction.Word()} only inside When or ForEach; on the other paths {consequence}.",
            $"Write {direction.DenyVerb()} before it.",
            at: at);
    }

    private static bool AlwaysGoverns(Policy other, Direction direction) => direction is Direction.Ingress
        ? other is { Ingress: not null, Provenance.IngressGovernedOnlyAt: null }
        : other is { Egress: not null, Provenance.EgressGovernedOnlyAt: null };
}
