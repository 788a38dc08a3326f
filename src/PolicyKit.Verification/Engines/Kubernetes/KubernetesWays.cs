using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Engines.Selectors;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Engines.Kubernetes;

/// <summary>
/// How an enforcer reads the parts of a NetworkPolicy. This one follows the text of the API and asks where the text is silent; an
/// enforcer whose labels, networks or named ports differ in kind (Cilium) overrides what differs.
/// </summary>
internal class KubernetesWays(SimulatedCluster cluster)
{
    /// <summary>Pods that a policy selects, before their labels are looked at.</summary>
    protected static readonly EndpointPredicate SubjectPod =
        new EndpointPredicate.Is(Kinds.Pod) | new EndpointPredicate.Ask(Question.HostNetworkAsSubject, new EndpointPredicate.Is(Kinds.HostNetworkPod), EndpointPredicate.Never);

    /// <summary>Pods that a peer can mean, before their labels are looked at.</summary>
    protected static readonly EndpointPredicate PeerPod =
        new EndpointPredicate.Is(Kinds.Pod) | new EndpointPredicate.Ask(Question.HostNetworkAsPeer, new EndpointPredicate.Is(Kinds.HostNetworkPod), EndpointPredicate.Never);

    private static readonly EndpointPredicate Addressable =
        new EndpointPredicate.Is(Kinds.Outside | Kinds.ServiceAddress)
        | new EndpointPredicate.Ask(Question.AddressSeesPods, new EndpointPredicate.Is(Kinds.Pod), EndpointPredicate.Never)
        | new EndpointPredicate.Ask(Question.AddressSeesNodes, new EndpointPredicate.Is(Kinds.AnyNode), EndpointPredicate.Never);

    /// <summary>The pods of a namespace that a policy there selects.</summary>
    public virtual EndpointPredicate Subject(string @namespace, SelectorModel selector) =>
        new EndpointPredicate.InNamespace(@namespace) & SubjectPod & selector.On(LabelScope.Pod);

    /// <summary>What a peer of a policy in a namespace means.</summary>
    public EndpointPredicate Peer(string @namespace, KubernetesPeer peer) => peer switch
    {
        KubernetesPeer.Pods pods => Pods(@namespace, pods),
        KubernetesPeer.Network network => Network(network),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>A port of a rule whose peer is known or not.</summary>
    public virtual TrafficPredicate Port(KubernetesPort port, Direction direction, bool anyPeer) => port switch
    {
        { Name: { } name } => Named(port.Protocol, name, direction, anyPeer),
        { Protocol: Protocol.Sctp } => new TrafficPredicate.Ask(Question.SctpSupported, Numbers(port), TrafficPredicate.Never),
        _ => Numbers(port),
    };

    protected virtual EndpointPredicate Pods(string @namespace, KubernetesPeer.Pods peer) =>
        (peer.Namespaces is null ? new EndpointPredicate.InNamespace(@namespace) : peer.Namespaces.On(LabelScope.Namespace))
        & PeerPod
        & (peer.PodSelector ?? SelectorModel.Everything).On(LabelScope.Pod);

    protected virtual EndpointPredicate Network(KubernetesPeer.Network peer) => new EndpointPredicate.AddressIn(peer.Addresses) & Addressable;

    /// <summary>A named port is declared by the destination; a rule without peers has destinations that declare nothing.</summary>
    protected virtual TrafficPredicate Named(Protocol protocol, string name, Direction direction, bool anyPeer)
    {
        var declared = new TrafficPredicate.NamedPort(protocol, name, direction == Direction.Ingress ? Side.Subject : Side.Peer);
        if (direction == Direction.Ingress || !anyPeer) return declared;
        var numbers = cluster.Pods.SelectMany(pod => pod.NamedPorts)
            .Where(port => port.Name == name && port.Protocol == protocol)
            .Aggregate(PortSet.Empty, (set, port) => set | PortSet.Of(port.Port));
        return declared | new TrafficPredicate.Ask(Question.NamedPortWithoutPeer, TrafficPredicate.Never, new TrafficPredicate.Transports(ProtocolSet.Of(protocol), numbers));
    }

    private static TrafficPredicate Numbers(KubernetesPort port)
    {
        var protocols = ProtocolSet.Of(port.Protocol);
        if (port.Number is not { } number) return new TrafficPredicate.Transports(protocols, PortSet.All);
        var first = new TrafficPredicate.Transports(protocols, PortSet.Of(number));
        return port.EndPort is not { } end || end == number
            ? first
            : new TrafficPredicate.Ask(Question.EndPortSupported, new TrafficPredicate.Transports(protocols, PortSet.Between(number, end)), first);
    }
}
