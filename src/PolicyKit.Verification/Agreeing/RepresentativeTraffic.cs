using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Agreeing;

/// <summary>Input: the atoms of a set. Output: both sides of each end of each range of ports, other protocols at the same ports, declared names, ICMP and the rest.</summary>
internal static class RepresentativeTraffic
{
    private const byte Gre = 47;
    private const byte EchoRequest = 8;
    private const byte EchoRequestV6 = 128;

    public static IReadOnlyList<Traffic> Of(Atoms atoms, IReadOnlyList<Endpoint> pods, IpFamily family)
    {
        var ports = atoms.Ports.SelectMany(port => Edges(port, atoms.Profile))
            .Concat(pods.SelectMany(pod => pod.NamedPorts).Distinct().Select(declared => (declared.Protocol, (int)declared.Port)))
            .Append((Protocol.Tcp, 7777)).Append((Protocol.Udp, 7777))
            .Where(port => port.Item2 is >= 1 and <= ushort.MaxValue).Distinct();
        return
        [
            .. ports.Select(port => new Traffic.Transport(port.Item1, (ushort)port.Item2)),
            new Traffic.Icmp(family, family == IpFamily.V4 ? EchoRequest : EchoRequestV6),
            new Traffic.OtherProtocol(Gre),
        ];
    }

    private static IEnumerable<(Protocol, int)> Edges(Port port, ClusterProfile profile) => port switch
    {
        Port.Every => [],
        Port.EveryOf whole => [(whole.Protocol, 1), (whole.Protocol, ushort.MaxValue), (whole.Protocol, 7777)],
        Port.Numbered one => Around(one.Protocol, one.Number, one.Number),
        Port.Ranged range => Around(range.Protocol, range.First, range.Last),
        Port.ByName => [],
        Port.DnsService => Around(Protocol.Udp, 53, 53).Concat(Around(Protocol.Udp, profile.Dns.Port, profile.Dns.Port)).Append((Protocol.Tcp, 53)),
        Port.ApiServerEndpoint => (profile.ApiServer.Ports ?? []).Concat([443, 6443]).SelectMany(number => Around(Protocol.Tcp, number, number)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static IEnumerable<(Protocol, int)> Around(Protocol protocol, int first, int last) =>
        [(protocol, first - 1), (protocol, first), (protocol, last), (protocol, last + 1), (protocol == Protocol.Tcp ? Protocol.Udp : Protocol.Tcp, first)];
}
