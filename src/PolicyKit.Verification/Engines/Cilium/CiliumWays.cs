using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Engines.Selectors;
using PolicyKit.Verification.Sets;
using PolicyKit.Verification.World;

namespace PolicyKit.Verification.Engines.Cilium;

/// <summary>How Cilium reads the parts of a policy, in one cluster.</summary>
internal sealed class CiliumWays(CiliumFacts facts, SimulatedCluster cluster, IReadOnlyList<CiliumGroupModel> groups)
{
    /// <summary>Older versions know only Services without a selector.</summary>
    private static readonly EngineVersion ServicesBySelector = new(1, 17);

    public CiliumFacts Facts => facts;

    public SimulatedCluster Cluster => cluster;

    public CiliumLabels Labels { get; } = new(facts);

    public CiliumNetworks Networks { get; } = new(facts);

    public CiliumPorts Ports { get; } = new(facts, cluster);

    /// <summary>Who the peers of an item are; null where none counts as written.</summary>
    public EndpointPredicate? Peers(string? scope, CiliumItem item, bool denies)
    {
        if (item.Peers is not { } peers) return null;

        // Services are looked up for allow rules only; as long as none is found, it is as if none were written.
        var services = peers.OfType<CiliumPeer.Service>().ToList();
        var found = denies ? [] : services.SelectMany(Behind).ToList();
        if (services.Count > 0 && found.Count == 0) return null;
        return EndpointPredicate.Any(peers.Where(peer => peer is not CiliumPeer.Service).Select(peer => Peer(scope, peer)).Concat(found));
    }

    private EndpointPredicate Peer(string? scope, CiliumPeer peer) => peer switch
    {
        CiliumPeer.Endpoints endpoints => Labels.Peer(scope, endpoints.Selector),
        CiliumPeer.Entity entity => CiliumEntities.Find(entity.Name) ?? EndpointPredicate.Never,
        CiliumPeer.Network network => Networks.Match(network.Cidr, network.Except),
        CiliumPeer.Groups chosen => Networks.Match(groups.Where(group => IsChosen(group, chosen)).SelectMany(group => group.Networks), chosen.Except),
        CiliumPeer.HostName name => facts.L7Proxy ? new EndpointPredicate.Is(Kinds.Outside) & new EndpointPredicate.LearnedFor(name.Pattern) : EndpointPredicate.Never,
        CiliumPeer.Service => throw new ArgumentException("A Service is looked up behind its endpoints.", nameof(peer)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private IEnumerable<EndpointPredicate> Behind(CiliumPeer.Service chosen) =>
        from service in cluster.Objects.OfType<ClusterService>()
        where service.Namespace == chosen.Namespace && (chosen.Name is null ? Holds(chosen.Labels, service.Labels) : chosen.Name == service.Name)
        where service.Selector.Count == 0 || facts.Version >= ServicesBySelector
        select service.Selector.Count == 0 ? Listed(service) : Selected(service);

    private EndpointPredicate Selected(ClusterService service) =>
        Labels.Peer(service.Namespace, new(CiliumSelector.OfLabels(new(service.Selector, [])).ToValueArray()));

    private EndpointPredicate Listed(ClusterService service) => Networks.Match(
        cluster.Backends(service.Namespace, service.Name).Select(backend => new Cidr(backend.Address, IpAddress.BitsOf(backend.Address.Family))),
        []);

    private static bool IsChosen(CiliumGroupModel group, CiliumPeer.Groups chosen) =>
        chosen.Name is null ? Holds(chosen.Labels, group.Labels) : chosen.Name == group.Name;

    /// <summary>Whether the labels of an object satisfy a selector.</summary>
    private static bool Holds(SelectorModel? selector, ValueArray<(string Key, string Value)> labels) =>
        (selector ?? SelectorModel.Everything).Requirements.All(requirement =>
        {
            var values = labels.Where(label => label.Key == requirement.Key).Select(label => label.Value).ToList();
            return requirement.Operator switch
            {
                SelectorOperator.In => values.Exists(requirement.Values.Contains),
                SelectorOperator.NotIn => !values.Exists(requirement.Values.Contains),
                SelectorOperator.Exists => values.Count > 0,
                SelectorOperator.DoesNotExist => values.Count == 0,
                _ => throw new InvalidOperationException("A selector with an unknown operator is refused when it is read."),
            };
        });
}
