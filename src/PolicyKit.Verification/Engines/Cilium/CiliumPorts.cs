using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Engines.Cilium;

/// <summary>What traffic the ports and ICMP types of an item match.</summary>
internal sealed class CiliumPorts(CiliumFacts facts, SimulatedCluster cluster)
{
    /// <summary>From here on, a name of a port toward others is looked up at each destination, and a range from port 0 is every port.</summary>
    private static readonly EngineVersion Newer = new(1, 20);

    public TrafficPredicate Match(CiliumPort port, Direction direction) => port.Name is { } name
        ? Named(port, name, direction)
        : new TrafficPredicate.Transports(port.Protocols, Numbers(port));

    /// <summary>Type 0 matches every type of its family.</summary>
    public static TrafficPredicate Match(CiliumIcmp icmp) => new TrafficPredicate.IcmpIs(icmp.Family, icmp.Type == 0 ? null : icmp.Type, null);

    private PortSet Numbers(CiliumPort port)
    {
        var first = port.Number ?? throw new InvalidOperationException("A port is a number or a name.");
        if (first == 0 && (facts.Version >= Newer || port.EndPort == 0)) return PortSet.All;
        return PortSet.Between(first, Math.Max(first, port.EndPort));
    }

    private TrafficPredicate Named(CiliumPort port, string name, Direction direction)
    {
        if (direction == Direction.Ingress) return Declared(port, name, Side.Subject, port.EndPort == 0 ? null : port.EndPort);
        if (facts.Version >= Newer) return Declared(port, name, Side.Peer, null);

        // Older versions take the one number that the name has in the cluster, toward everybody, and none where it has several.
        var declared = cluster.Pods.SelectMany(pod => pod.NamedPorts).Where(candidate => candidate.Name == name && port.Protocols.Contains(candidate.Protocol)).Distinct().ToList();
        return declared.Select(candidate => candidate.Port).Distinct().Count() == 1
            ? new TrafficPredicate.Transports(declared.Aggregate(default(ProtocolSet), (set, candidate) => set | ProtocolSet.Of(candidate.Protocol)), PortSet.Of(declared[0].Port))
            : TrafficPredicate.Never;
    }

    private static TrafficPredicate Declared(CiliumPort port, string name, Side side, ushort? upTo) =>
        TrafficPredicate.Any(Enum.GetValues<Protocol>().Where(port.Protocols.Contains).Select(protocol => new TrafficPredicate.NamedPort(protocol, name, side, upTo)));
}
