using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Engines.Selectors;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Engines.ClusterNetworkPolicy;

/// <summary>
/// How an enforcer reads the peers of a ClusterNetworkPolicy. This one follows the text of the API: pods of the pod network only, networks
/// by address whoever has it. Calico (NetworkSets beside pods) and Cilium (its own labels and networks) override what differs.
/// </summary>
internal class ClusterNetworkPolicyWays
{
    protected static readonly EndpointPredicate Pod = new EndpointPredicate.Is(Kinds.Pod);

    public virtual EndpointPredicate Subject(ClusterPods subject) => Pods(subject);

    public EndpointPredicate Peer(ClusterPeer peer) => peer switch
    {
        ClusterPeer.Namespaces namespaces => Namespaces(namespaces.Selector),
        ClusterPeer.Pods pods => Pods(pods.Selected),
        ClusterPeer.Networks networks => Networks(networks.Cidrs),
        ClusterPeer.Nodes nodes => Nodes(nodes.Selector),
        ClusterPeer.DomainNames names => EndpointPredicate.Any(names.Patterns.Select(pattern => new EndpointPredicate.LearnedFor(pattern))),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public virtual TrafficPredicate Port(ClusterPort port, Direction direction) => port switch
    {
        ClusterPort.Numbers numbers => new TrafficPredicate.Transports(ProtocolSet.Of(numbers.Protocol), numbers.Ports),
        ClusterPort.Named named => new TrafficPredicate.NamedPort(null, named.Name, direction == Direction.Ingress ? Side.Subject : Side.Peer),
        _ => throw new InvalidOperationException("A port that no engine knows makes its rule unsupported; it has no meaning of its own."),
    };

    protected virtual EndpointPredicate Namespaces(SelectorModel selector) => Pod & selector.On(LabelScope.Namespace);

    protected virtual EndpointPredicate Pods(ClusterPods selected) =>
        Pod & (selected.Namespaces ?? SelectorModel.Everything).On(LabelScope.Namespace) & (selected.Pods ?? SelectorModel.Everything).On(LabelScope.Pod);

    protected virtual EndpointPredicate Networks(ValueArray<Cidr> cidrs) =>
        new EndpointPredicate.AddressIn(cidrs.Aggregate(IpSet.Empty, (set, cidr) => set | cidr.Set));

    protected virtual EndpointPredicate Nodes(SelectorModel selector) => new EndpointPredicate.Is(Kinds.AnyNode) & selector.On(LabelScope.Node);
}
