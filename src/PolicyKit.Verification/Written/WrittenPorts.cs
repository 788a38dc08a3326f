using PolicyKit.Verification.Compiling;
using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Written;

/// <summary>What the ports of a written rule mean toward one peer.</summary>
/// <param name="cluster">The cluster, for names without a peer.</param>
/// <param name="direction">The direction.</param>
internal sealed class WrittenPorts(SimulatedCluster cluster, Direction direction)
{
    private static readonly ValueArray<int> ApiServerElsewhere = [443, 6443];

    /// <summary>The ports a rule opens.</summary>
    /// <param name="ports">The written ports.</param>
    /// <param name="dns">What <c>Port.Dns</c> is toward this peer.</param>
    /// <param name="apiServer">What <c>Port.ApiServer</c> is toward this peer; null for any other peer than the API server.</param>
    /// <param name="anyPeer">Whether the peer is anybody.</param>
    public TrafficPredicate Mean(ValueArray<Port> ports, int dns = 53, ValueArray<int>? apiServer = null, bool anyPeer = false) =>
        TrafficPredicate.Any(ports.SelectMany(port => Mean(port, dns, apiServer ?? ApiServerElsewhere, anyPeer)));

    private IEnumerable<TrafficPredicate> Mean(Port port, int dns, ValueArray<int> apiServer, bool anyPeer) => port switch
    {
        Port.Every => [TrafficPredicate.Always],
        Port.EveryOf whole => [Silences.Whole(whole.Protocol)],
        Port.Numbered one => [Number(one.Protocol, one.Number)],
        Port.Ranged { First: 1, Last: ushort.MaxValue } all => [Silences.Whole(all.Protocol)],
        Port.Ranged range => [Silences.Range(range.Protocol, (ushort)range.First, (ushort)range.Last)],
        Port.ByName named => [Silences.Named(cluster, named.Protocol, named.Name, direction, anyPeer)],
        Port.DnsService => [Number(Protocol.Udp, dns), Number(Protocol.Tcp, dns)],
        Port.ApiServerEndpoint => apiServer.Select(number => Number(Protocol.Tcp, number)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static TrafficPredicate Number(Protocol protocol, int number) => Silences.Range(protocol, (ushort)number, (ushort)number);
}
