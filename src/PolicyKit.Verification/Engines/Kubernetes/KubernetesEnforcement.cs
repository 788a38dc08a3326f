using PolicyKit.Verification.Compiling;
using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Engines.ClusterNetworkPolicy;
using PolicyKit.Verification.Reading;

namespace PolicyKit.Verification.Engines.Kubernetes;

/// <summary>An enforcer that follows the text of the APIs: the tiers Admin, NetworkPolicy and Baseline.</summary>
internal sealed class KubernetesEnforcement(IReadOnlyList<PolicyModel> policies, SimulatedCluster cluster, CompiledPolicies compiled) : IEnforcement
{
    private readonly KubernetesWays _ways = new(cluster);
    private readonly ClusterNetworkPolicyWays _clusterWays = new();

    public DirectionProgram Compile(Direction direction)
    {
        var admin = ClusterTierOf(ClusterTier.Admin, direction);
        var baseline = ClusterTierOf(ClusterTier.Baseline, direction);
        var middle = NetworkPolicyTier(direction, baseline.Ranks.Count > 0);
        var tiers = new[] { admin, middle, baseline }.Where(tier => tier.Ranks.Count > 0);
        return new(direction, tiers.ToValueArray(), [Silences.Unrestricted]);
    }

    /// <summary>A rank a priority; objects of equal priority stand side by side, sorted by name.</summary>
    private Tier ClusterTierOf(ClusterTier tier, Direction direction)
    {
        var ranks = policies.OfType<ClusterNetworkPolicyModel>()
            .Where(policy => policy.Tier == tier)
            .GroupBy(policy => policy.Priority)
            .OrderBy(group => group.Key)
            .Select(group => new Rank(group.OrderBy(policy => policy.Name, StringComparer.Ordinal).Select(policy => compiled.Of(policy, direction, () => ClusterNetworkPolicyCompiler.Compile(policy, direction, _clusterWays)).Block).ToValueArray()));
        return new(tier.ToString(), ranks.ToValueArray(), []);
    }

    private Tier NetworkPolicyTier(Direction direction, bool baselineFollows)
    {
        var views = Views(direction);
        var blocks = views.Select(view => view.Block);
        var rank = new Rank((direction == Direction.Ingress ? blocks.Prepend(Silences.OwnNodeIngress) : blocks).ToValueArray());
        var endings = views.SelectMany(view => view.Endings);
        if (baselineFollows) endings = endings.Concat(Views(Other(direction)).SelectMany(view => view.Endings).Select(OfOtherDirection));
        return new("NetworkPolicy", [rank], endings.ToValueArray());
    }

    private List<PolicyView> Views(Direction direction) =>
        [.. policies.OfType<KubernetesModel>().Select(policy => compiled.Of(policy, direction, () => KubernetesCompiler.Compile(policy, direction, _ways))).OfType<PolicyView>().OrderBy(view => view.Name, StringComparer.Ordinal)];

    /// <summary>The API says that a NetworkPolicy decides finally for the pods it selects, and not whether that holds for the other direction too.</summary>
    private static Ending OfOtherDirection(Ending ending) =>
        ending with { Effect = new EndEffect.Ask(Question.OtherDirection, EndEffect.Allow, EndEffect.NextTier) };

    private static Direction Other(Direction direction) => direction == Direction.Ingress ? Direction.Egress : Direction.Ingress;
}
