using PolicyKit.Verification.Compiling;
using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Engines.ClusterNetworkPolicy;
using PolicyKit.Verification.Engines.Kubernetes;
using PolicyKit.Verification.Reading;

namespace PolicyKit.Verification.Engines.Calico;

/// <summary>
/// Calico: tiers by order and name, in each a place for every policy by order and name. NetworkPolicies of Kubernetes stand in the tier
/// <c>default</c> at 1000, ClusterNetworkPolicies in tiers of their own around it. Staged policies are left out.
/// </summary>
internal sealed class CalicoEnforcement : IEnforcement
{
    private const double KubernetesOrder = 1000;

    /// <summary>Host to pod is never policed: the kubelet's probes and all else from the pod's own node arrive.</summary>
    private static readonly Tier Host = new("host", [new Rank([Silences.OwnNodeIngress])], []);

    private static readonly Ending NamespaceProfile = new(EndpointPredicate.Always, EndEffect.Allow, Source.BuiltIn("the profile of the namespace allows what no tier decides"));

    private readonly IReadOnlyList<PolicyModel> _policies;
    private readonly CompiledPolicies _compiled;
    private readonly CalicoWorld _world;
    private readonly KubernetesWays _kubernetes;
    private readonly Dictionary<string, CalicoTier> _tiers;

    public CalicoEnforcement(IReadOnlyList<PolicyModel> policies, SimulatedCluster cluster, CompiledPolicies compiled)
    {
        _policies = policies;
        _compiled = compiled;
        _world = new(cluster, policies.OfType<CalicoNetworkSetModel>());
        _kubernetes = new(cluster);
        _tiers = CalicoTier.BuiltIn.Concat(policies.OfType<CalicoTierModel>().Select(tier => new CalicoTier(tier.Name, tier.Order, tier.DefaultAction)))
            .GroupBy(tier => tier.Name, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
    }

    public DirectionProgram Compile(Direction direction)
    {
        var tiers = _policies.Select(policy => _compiled.Of(policy, direction, () => Place(policy, direction))).OfType<CalicoPlace>()
            .GroupBy(place => place.Tier)
            .OrderBy(group => group.Key.IsUnknown).ThenBy(group => group.Key.Order).ThenBy(group => group.Key.Name, StringComparer.Ordinal)
            .Select(Assemble);
        return new(direction, (direction == Direction.Ingress ? tiers.Prepend(Host) : tiers).ToValueArray(), [NamespaceProfile]);
    }

    private static Tier Assemble(IGrouping<CalicoTier, CalicoPlace> tier)
    {
        var places = tier.OrderBy(place => place.Order).ThenBy(place => place.Tie, StringComparer.Ordinal).ToList();
        return new(
            tier.Key.Name,
            places.Select(place => new Rank([place.View.Block])).ToValueArray(),
            places.SelectMany(place => place.View.Endings).Select(ending => ending with { Effect = tier.Key.DefaultAction }).ToValueArray());
    }

    private CalicoPlace? Place(PolicyModel policy, Direction direction) => policy switch
    {
        CalicoPolicyModel { Staged: null } own => Placed(own, own.Tier, own.Order, CalicoCompiler.Compile(own, direction, _world)),
        CalicoStagedKubernetesModel { Staged: null } staged => Kubernetes(staged.Policy, direction),
        KubernetesModel kubernetes => Kubernetes(kubernetes, direction),
        ClusterNetworkPolicyModel cluster => Place(CalicoConversion.Of(cluster), direction),
        _ => null,
    };

    private CalicoPlace? Kubernetes(KubernetesModel policy, Direction direction) =>
        Placed(policy, CalicoTier.DefaultName, KubernetesOrder, KubernetesCompiler.Compile(policy, direction, _kubernetes));

    private CalicoPlace? Placed(PolicyModel policy, string tier, double order, PolicyView? view) =>
        view is null ? null : new(_tiers.GetValueOrDefault(tier) ?? CalicoTier.Unknown(tier), order, Tie(policy), view);

    /// <summary>How Calico tells policies of equal order apart; its name for a NetworkPolicy of Kubernetes is another than its own.</summary>
    private static string Tie(PolicyModel policy) =>
        $"{policy.Name}/{policy.Namespace}/{(policy is KubernetesModel { Manifest.Kind: CalicoKinds.Policy } ? "KubernetesNetworkPolicy" : policy.Manifest.Kind)}";

    private sealed record CalicoPlace(CalicoTier Tier, double Order, string Tie, PolicyView View);
}
