using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Compiling;

/// <summary>
/// The places where the NetworkPolicy text is silent, each as the condition that asks. Written policies ask the same questions in the same
/// places, or the two could not agree under every answer.
/// </summary>
internal static class Silences
{
    private static readonly EndpointPredicate HostNetworkPod = new EndpointPredicate.Is(Kinds.HostNetworkPod);

    /// <summary>What a pod selector of a subject can select.</summary>
    public static readonly EndpointPredicate SubjectPod = new EndpointPredicate.Is(Kinds.Pod) | If(Question.HostNetworkAsSubject, HostNetworkPod);

    /// <summary>What a pod selector of a peer can match.</summary>
    public static readonly EndpointPredicate PeerPod = new EndpointPredicate.Is(Kinds.Pod) | If(Question.HostNetworkAsPeer, HostNetworkPod);

    /// <summary>What a network can match, by its address.</summary>
    public static readonly EndpointPredicate Addressable =
        new EndpointPredicate.Is(Kinds.Outside | Kinds.ServiceAddress)
        | If(Question.AddressSeesPods, new EndpointPredicate.Is(Kinds.Pod))
        | If(Question.AddressSeesNodes, new EndpointPredicate.Is(Kinds.AnyNode));

    /// <summary>A pod's own node reaches it, whatever is written.</summary>
    public static readonly Block OwnNodeIngress = BuiltIn("a pod's own node always reaches it", new EndpointPredicate.Is(Kinds.OwnNode));

    /// <summary>A restricted pod reaches its own node, on some engines.</summary>
    public static readonly Rule OwnNodeEgress = new(
        If(Question.OwnNodeEgress, new EndpointPredicate.Is(Kinds.OwnNode)),
        TrafficPredicate.Always,
        Effect.Allow,
        Source.BuiltIn("a pod always reaches its own node"));

    /// <summary>A restriction does not reach what no rule can name, on some engines.</summary>
    public static readonly Rule WithoutPorts = new(
        EndpointPredicate.Always,
        new TrafficPredicate.Ask(Question.IcmpWhenRestricted, TrafficPredicate.Never, !new TrafficPredicate.Transports(ProtocolSet.All, PortSet.All)),
        Effect.Allow,
        Source.BuiltIn("a restriction does not reach ICMP and other protocols without ports"));

    /// <summary>Who is not restricted may do everything.</summary>
    public static readonly Ending Unrestricted = new(EndpointPredicate.Always, EndEffect.Allow, Source.BuiltIn("no policy restricts the pod"));

    /// <summary>Every port of a protocol.</summary>
    public static TrafficPredicate Whole(Protocol protocol) => Supported(protocol, new TrafficPredicate.Transports(ProtocolSet.Of(protocol), PortSet.All));

    /// <summary>The ports from one to another; an engine without ranges opens the first.</summary>
    public static TrafficPredicate Range(Protocol protocol, ushort first, ushort last)
    {
        var protocols = ProtocolSet.Of(protocol);
        var one = new TrafficPredicate.Transports(protocols, PortSet.Of(first));
        return Supported(protocol, first == last ? one : new TrafficPredicate.Ask(Question.EndPortSupported, new TrafficPredicate.Transports(protocols, PortSet.Between(first, last)), one));
    }

    /// <summary>A name that the destination declares; toward anybody, some engines take the number it has on any pod.</summary>
    public static TrafficPredicate Named(SimulatedCluster cluster, Protocol protocol, string name, Direction direction, bool anyPeer)
    {
        var declared = new TrafficPredicate.NamedPort(protocol, name, direction == Direction.Ingress ? Side.Subject : Side.Peer);
        if (direction == Direction.Ingress || !anyPeer) return declared;
        var numbers = cluster.Pods.SelectMany(pod => pod.NamedPorts)
            .Where(port => port.Name == name && port.Protocol == protocol)
            .Aggregate(PortSet.Empty, (set, port) => set | PortSet.Of(port.Port));
        return declared | new TrafficPredicate.Ask(Question.NamedPortWithoutPeer, TrafficPredicate.Never, new TrafficPredicate.Transports(ProtocolSet.Of(protocol), numbers));
    }

    private static EndpointPredicate If(Question question, EndpointPredicate then) => new EndpointPredicate.Ask(question, then, EndpointPredicate.Never);

    private static TrafficPredicate Supported(Protocol protocol, TrafficPredicate ports) =>
        protocol == Protocol.Sctp ? new TrafficPredicate.Ask(Question.SctpSupported, ports, TrafficPredicate.Never) : ports;

    private static Block BuiltIn(string title, EndpointPredicate peer) =>
        new(EndpointPredicate.Always, [new(peer, TrafficPredicate.Always, Effect.Allow, Source.BuiltIn(title))], Source.BuiltIn(title));
}
