using PolicyKit.Verification.Compiling;
using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Engines.ClusterNetworkPolicy;
using PolicyKit.Verification.Engines.Kubernetes;
using PolicyKit.Verification.Reading;

namespace PolicyKit.Verification.Engines.Cilium;

/// <summary>
/// Cilium: one tier for its own policies and NetworkPolicies, in which a deny goes before an allow, and an allow before one that a proxy
/// decides; from 1.20 on the tiers Admin and Baseline around it. Who is held is asked after every tier, so that a Pass does not free anybody.
/// </summary>
internal sealed class CiliumEnforcement : IEnforcement
{
    private static readonly EngineVersion AdminTiers = new(1, 20);

    private readonly CiliumFacts _facts;
    private readonly CompiledPolicies _compiled;
    private readonly CiliumWays _ways;
    private readonly CiliumKubernetesWays _kubernetesWays;
    private readonly CiliumClusterNetworkPolicyWays _clusterWays;
    private readonly List<CiliumModel> _own;
    private readonly List<KubernetesModel> _kubernetes;
    private readonly List<ClusterNetworkPolicyModel> _cluster;

    public CiliumEnforcement(IReadOnlyList<PolicyModel> policies, SimulatedCluster cluster, CiliumFacts facts, CompiledPolicies compiled)
    {
        _facts = facts;
        _compiled = compiled;
        _ways = new(facts, cluster, [.. policies.OfType<CiliumGroupModel>()]);
        _kubernetesWays = new(_ways);
        _clusterWays = new(_ways);
        _own = Sorted<CiliumModel>(policies);
        _kubernetes = Sorted<KubernetesModel>(policies);

        // The ancestors of ClusterNetworkPolicy were never implemented in Cilium.
        _cluster = facts.Version >= AdminTiers ? [.. Sorted<ClusterNetworkPolicyModel>(policies).Where(policy => policy.Manifest.Kind == "ClusterNetworkPolicy")] : [];
    }

    public DirectionProgram Compile(Direction direction)
    {
        if (_facts.Enforcement == PolicyKit.CiliumEnforcement.Never) return new(direction, [], [Silences.Unrestricted]);
        var own = _own.SelectMany(policy => _compiled.Of(policy, direction, () => CiliumCompiler.Compile(policy, direction, _ways).ToList())).ToList();
        var kubernetes = _kubernetes.Select(policy => _compiled.Of(policy, direction, () => KubernetesCompiler.Compile(policy, direction, _kubernetesWays))).OfType<PolicyView>().ToList();
        var admin = ClusterTierOf(ClusterTier.Admin, direction);
        var baseline = ClusterTierOf(ClusterTier.Baseline, direction);

        var allows = own.Select(view => view.Allow).Concat(kubernetes.Select(view => view.Block));
        if (direction == Direction.Ingress) allows = allows.Prepend(OwnNode(own, kubernetes, admin, baseline));
        var endings = kubernetes.SelectMany(view => view.Endings).ToList();
        var middle = new Tier(
            "Cilium",
            [Rank(own.Select(view => view.Deny)), Rank(allows), Rank(own.Select(view => view.Layer7))],
            baseline.Ranks.Count > 0 ? endings.Select(BeforeBaseline).ToValueArray() : []);

        var held = own.Select(view => view.Ending).OfType<Ending>().Concat(endings);
        if (_facts.Enforcement == PolicyKit.CiliumEnforcement.Always) held = held.Append(new(CiliumLabels.Pod, EndEffect.Deny, Source.BuiltIn("Cilium enforces policies on every pod")));
        var tiers = new[] { admin, middle, baseline }.Where(tier => tier.Ranks.Count > 0);
        return new(direction, tiers.ToValueArray(), [.. held, Silences.Unrestricted]);
    }

    private static List<T> Sorted<T>(IEnumerable<PolicyModel> policies)
        where T : PolicyModel =>
        [.. policies.OfType<T>().OrderBy(policy => $"{policy.Manifest.Kind}/{policy.Namespace}/{policy.Name}", StringComparer.Ordinal)];

    private static Rank Rank(IEnumerable<Block> blocks) => new(blocks.Where(block => block.Rules.Count > 0).ToValueArray());

    /// <summary>The text of the API lets a NetworkPolicy decide finally; Cilium asks Baseline first.</summary>
    private static Ending BeforeBaseline(Ending ending) =>
        ending with { Effect = new EndEffect.Ask(Question.AcceptAfterIsolation, EndEffect.NextTier, ending.Effect) };

    /// <summary>Where every pod is restricted, newer versions let a pod's own node in only if the pod has an ingress rule at all.</summary>
    private Block OwnNode(IEnumerable<CiliumView> own, IEnumerable<PolicyView> kubernetes, params Tier[] others)
    {
        if (_facts.Enforcement != PolicyKit.CiliumEnforcement.Always || _facts.Version < AdminTiers) return Silences.OwnNodeIngress;
        var subjects = own.Select(view => view.Allow.Subject)
            .Concat(kubernetes.Select(view => view.Block.Subject))
            .Concat(others.SelectMany(tier => tier.Ranks).SelectMany(rank => rank.Blocks).Select(block => block.Subject));
        return Silences.OwnNodeIngress with { Subject = EndpointPredicate.Any(subjects) };
    }

    /// <summary>A rank for each priority and place of a rule; in it, a Deny goes before an Accept before a Pass.</summary>
    private Tier ClusterTierOf(ClusterTier tier, Direction direction)
    {
        var ranks = from policy in _cluster
                    where policy.Tier == tier
                    let block = _compiled.Of(policy, direction, () => ClusterNetworkPolicyCompiler.Compile(policy, direction, _clusterWays)).Block
                    from placed in block.Rules.Select((rule, index) => (Index: index, Block: block with { Rules = [rule] }))
                    group placed.Block by (policy.Priority, placed.Index) into rank
                    orderby rank.Key.Priority, rank.Key.Index
                    select new Rank(rank.ToValueArray());
        return new(tier.ToString(), ranks.ToValueArray(), []);
    }
}
