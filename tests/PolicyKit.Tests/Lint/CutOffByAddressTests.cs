using static PolicyKit.Dsl;
using static PolicyKit.Tests.Lint.Linted;

namespace PolicyKit.Tests.Lint;

/// <summary>PK1001 with a profile that says where the API server is: its address decides, and nothing is only possible but host names.</summary>
public sealed class CutOffByAddressTests
{
    private static readonly ApiServerFacts Private = At("10.0.0.1/32", onNodes: false, 6443);
    private static readonly ApiServerFacts OnNodes = At("10.0.0.1/32", onNodes: true, 6443);
    private static readonly ApiServerFacts Public = At("203.0.113.10/32", onNodes: false, 443);

    private static readonly (string Case, EgressPeer Peer, Port Port, ClusterProfile Profile, string? Severity)[] Table =
    [
        ("its address", Cidr("10.0.0.1/32"), Port.Tcp(6443), With(Private), null),
        ("a network that holds it", Cidr("10.0.0.0/8"), Port.Any, With(Private), null),
        ("a network with a hole there", Cidr("10.0.0.0/8").Except("10.0.0.0/24"), Port.Any, With(Private), "warning"),
        ("another address", Cidr("10.0.0.2/32"), Port.Tcp(6443), With(Private), "warning"),
        ("the wrong port", Cidr("10.0.0.0/8"), Port.Https, With(Private), "warning"),
        ("the internet without it", Internet, Port.Any, With(Private), "warning"),
        ("the internet with it", Internet, Port.Https, With(Public), null),
        ("a host name", Fqdn("api.example.com"), Port.Https, With(Public), "info"),
        ("everything outside, where it is", OutsideCluster, Port.Any, With(Private), null),
        ("everything outside, while it is on nodes", OutsideCluster, Port.Any, With(OnNodes), "warning"),
        ("the nodes, where it is", Nodes, Port.Any, With(OnNodes), null),
        ("the nodes, while it is outside", Nodes, Port.Any, With(Private), "warning"),
        ("its address on a node that Cilium does not match by address", Cidr("10.0.0.1/32"), Port.Tcp(6443), With(OnNodes, Enforcer.Cilium), "warning"),
        ("its address on a node that Calico matches", Cidr("10.0.0.1/32"), Port.Tcp(6443), With(OnNodes, Enforcer.Calico), null),
        ("anywhere", Anywhere, Port.Any, With(OnNodes, Enforcer.Cilium), null),
        ("its word on any port", ApiServer, Port.Https, With(Private), null),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_address_decides(EgressPeer peer, Port port, ClusterProfile profile, string? severity)
    {
        var says = Web.NeedsNoDns("test").AllowEgress(port).To(peer).Says("PK1001", profile);

        says.Select(line => line.Split(':')[0]).ShouldBe(severity is null ? [] : [severity]);
    }

    private static IEnumerable<TestCaseData> Cases() => Table.Select(one => new TestCaseData(one.Peer, one.Port, one.Profile, one.Severity).SetArgDisplayNames(one.Case));
}
