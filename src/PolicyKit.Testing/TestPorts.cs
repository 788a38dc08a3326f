using PolicyKit.Verification.Connecting;
using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Testing;

/// <summary>Input: two ends and a port as policies write it. Output: what is meant. Promise: never nothing, for an assertion about nothing would pass.</summary>
internal static class TestPorts
{
    private static readonly Protocol[] Protocols = Enum.GetValues<Protocol>();

    /// <summary>Every flow that a test means: in each family that both ends have, on each port.</summary>
    public static IEnumerable<Flow> Flows(TestCluster cluster, Endpoint from, Endpoint to, Port port)
    {
        var families = Enum.GetValues<IpFamily>().Where(family => from.Address(family) is not null && to.Address(family) is not null).ToList();
        if (families.Count == 0) throw new ArgumentException($"'{from}' and '{to}' have no address family in common.", nameof(to));
        var ports = Of(port, to, cluster.Profile);
        foreach (var family in families)
        {
            foreach (var traffic in Traffics(ports)) yield return new(from, to, traffic, family);
            if (port is Port.Every) yield return new(from, to, new Traffic.Icmp(family, (byte)(family == IpFamily.V4 ? 8 : 128)), family);
        }
    }

    /// <summary>The ports of TCP, UDP and SCTP that a port of a policy stands for, toward a destination.</summary>
    public static AllowedPorts Of(Port port, Endpoint to, ClusterProfile profile) => port switch
    {
        Port.Numbered one => Of(one.Protocol, one.Number, one.Number),
        Port.Ranged range => Of(range.Protocol, range.First, range.Last),
        Port.EveryOf whole => Of(whole.Protocol, 1, ushort.MaxValue),
        Port.Every => AllowedPorts.All,
        Port.ByName named => Declared(named, to),
        Port.DnsService => OfResolver(to.Namespace == profile.Dns.Namespace ? profile.Dns.Port : 53),
        Port.ApiServerEndpoint => (profile.ApiServer.Ports ?? [443, 6443]).Select(number => Of(Protocol.Tcp, number, number)).Aggregate(Union),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static AllowedPorts Union(AllowedPorts left, AllowedPorts right) => new(left.Tcp | right.Tcp, left.Udp | right.Udp, left.Sctp | right.Sctp);

    /// <summary>Each port of some as traffic.</summary>
    public static IEnumerable<Traffic> Traffics(AllowedPorts ports) =>
        from protocol in Protocols
        from range in ports[protocol].Ranges.ToArray()
        from number in Enumerable.Range(range.First, range.Last - range.First + 1)
        select (Traffic)new Traffic.Transport(protocol, (ushort)number);

    private static AllowedPorts Declared(Port.ByName named, Endpoint to)
    {
        var ports = to.NamedPorts.Where(port => port.Protocol == named.Protocol && port.Name == named.Name).Select(port => Of(port.Protocol, port.Port, port.Port)).ToList();
        return ports.Count > 0 ? ports.Aggregate(Union) : throw new ArgumentException(
            $"'{to}' declares no port named '{named.Name}'. Give the pod one, WithPod(\"{to}\", [labels], (\"{named.Name}\", 8080)), or write the port by its number.", nameof(to));
    }

    private static AllowedPorts OfResolver(int number) => Union(Of(Protocol.Udp, number, number), Of(Protocol.Tcp, number, number));

    private static AllowedPorts Of(Protocol protocol, int first, int last)
    {
        var ports = PortSet.Between((ushort)first, (ushort)last);
        return AllowedPorts.None with
        {
            Tcp = protocol == Protocol.Tcp ? ports : PortSet.Empty,
            Udp = protocol == Protocol.Udp ? ports : PortSet.Empty,
            Sctp = protocol == Protocol.Sctp ? ports : PortSet.Empty,
        };
    }
}
