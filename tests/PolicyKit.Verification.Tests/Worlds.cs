using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Sets;
using PolicyKit.Verification.World;

namespace PolicyKit.Verification.Tests;

/// <summary>
/// One small cluster for the tables: namespaces shop (team=shop) and ops (team=ops), nodes n1 and n2, a host-network pod on n2,
/// the API server outside at 203.0.113.10.
/// </summary>
internal static class Worlds
{
    public static SimulatedCluster Small { get; } = SimulatedCluster.Empty.With(
        new ClusterNamespace("shop") { Labels = [("team", "shop")] },
        new ClusterNamespace("ops") { Labels = [("team", "ops")] },
        new ClusterNode("n1") { Labels = [("zone", "east")], Addresses = [IpAddress.Parse("192.168.0.1")] },
        new ClusterNode("n2") { Labels = [("zone", "west")], Addresses = [IpAddress.Parse("192.168.0.2")] },
        Pod("shop", "web", "10.1.0.1", ("app", "web"), ("tier", "front")) with { NamedPorts = [new("http", Protocol.Tcp, 8080), new("stats", Protocol.Udp, 8125)] },
        Pod("shop", "db", "10.1.0.2", ("app", "db")) with { Node = "n2", NamedPorts = [new("http", Protocol.Tcp, 9000)] },
        Pod("ops", "tool", "10.1.0.3", ("app", "tool")),
        Pod("ops", "web", "10.1.0.4", ("app", "web")) with { Node = "n2" },
        Pod("ops", "agent", "192.168.0.2", ("app", "tool")) with { Node = "n2", HostNetwork = true },
        Pod("kube-system", "dns", "10.1.0.5", ("k8s-app", "kube-dns")),
        new ClusterDnsName("api.example.com", IpAddress.Parse("198.51.100.7")))
        .WithApiServer(IpSet.Parse("203.0.113.10/32"));

    /// <summary>Every end of the small cluster that a flow may have, and two outside it.</summary>
    public static IReadOnlyList<string> Ends { get; } =
        ["shop/web", "shop/db", "ops/tool", "ops/web", "ops/agent", "kube-system/dns", "node:n1", "node:n2", "ip:203.0.113.10", "ip:8.8.8.8", "ip:10.9.9.9", "dns:api.example.com"];

    public static IReadOnlyList<Traffic> Traffics { get; } =
        [Traffic.Tcp(80), Traffic.Tcp(443), Traffic.Tcp(6443), Traffic.Tcp(8080), Traffic.Tcp(8081), Traffic.Tcp(9000), Traffic.Udp(53), Traffic.Tcp(53), Traffic.Sctp(80), new Traffic.Icmp(IpFamily.V4, 8)];

    public static IEnumerable<Flow> Flows =>
        from source in Ends
        from destination in Ends
        where source != destination
        from traffic in Traffics
        select Small.Flow(source, destination, traffic);

    private static ClusterPod Pod(string ns, string name, string address, params (string, string)[] labels) =>
        new(ns, name) { Labels = [.. labels], Addresses = [IpAddress.Parse(address)], Node = "n1" };
}
