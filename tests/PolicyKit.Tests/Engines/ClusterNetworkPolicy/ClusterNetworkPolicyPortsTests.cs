using static PolicyKit.Dsl;
using static PolicyKit.Tests.Emitting.Emitted;
using static PolicyKit.Tests.Engines.ClusterNetworkPolicy.Objects;

namespace PolicyKit.Tests.Engines.ClusterNetworkPolicy;

/// <summary>Each form of a port: the YAML it becomes.</summary>
public sealed class ClusterNetworkPolicyPortsTests
{
    private static IEnumerable<TestCaseData> Forms()
    {
        yield return Case([Port.Tcp(80)], Number("tcp", 80));
        yield return Case([Port.Udp(80)], Number("udp", 80));
        yield return Case([Port.Sctp(80)], Number("sctp", 80));
        yield return Case([Port.TcpRange(80, 81)], Range("tcp", 80, 81));
        yield return Case([Port.UdpRange(1024, 65535)], Range("udp", 1024, 65535));
        yield return Case([Port.TcpRange(80, 80)], Number("tcp", 80));
        yield return Case([Port.AnyTcp], Range("tcp", 1, 65535));
        yield return Case([Port.AnyUdp], Range("udp", 1, 65535));
        yield return Case([Port.AnySctp], Range("sctp", 1, 65535));
        yield return Case([Port.TcpRange(1, 65535)], Range("tcp", 1, 65535));
        yield return Case([Port.Any], "");
        yield return Case([Port.Any, Port.Tcp(80)], "");
        yield return Case([Port.Metrics], Name("metrics"));
        yield return Case([Port.Named("dns", Protocol.Udp), Port.Named("dns")], Name("dns"));
        yield return Case([Port.Metrics.At(8083)], Number("tcp", 8083));
        yield return Case([Port.Dns], Number("tcp", 53) + Number("udp", 53));
        yield return Case([Port.ApiServer], Number("tcp", 443) + Number("tcp", 6443));
        yield return Case([Port.Tcp(80), Port.Metrics, Port.Udp(53)], Number("tcp", 80) + Name("metrics") + Number("udp", 53));
    }

    [TestCaseSource(nameof(Forms))]
    public void A_port_toward_pods_becomes_the_same_protocols_in_both_directions(Port[] ports, string protocols)
    {
        Web.AllowIngress(ports).From(AnyNamespace).Emit().Part("allow.shop.web", "ingress").ShouldBe(Rule("from", protocols));
        Web.AllowEgress(ports).To(AnyNamespace).Emit().Part("allow.shop.web", "egress").ShouldBe(Rule("to", protocols));
    }

    [Test]
    public void A_named_port_toward_anywhere_is_for_pods_and_the_numbers_beside_it_for_all() =>
        Web.AllowEgress(Port.Https, Port.Metrics).ToAnywhere().Emit(Experimental).Part("allow.shop.web", "egress").ShouldBe("""
            - action: Accept
              to:
              - namespaces: {}
              protocols:
              - tcp:
                  destinationPort:
                    number: 443
              - destinationNamedPort: metrics
            - action: Accept
              to:
              - networks:
                - 0.0.0.0/0
                - "::/0"
              - nodes: {}
              protocols:
              - tcp:
                  destinationPort:
                    number: 443

            """);

    [Test]
    public void A_named_port_alone_toward_anywhere_is_for_pods_only() =>
        Web.AllowEgress(Port.Metrics).ToAnywhere().Emit().Part("allow.shop.web", "egress")
            .ShouldBe("- action: Accept\n  to:\n  - namespaces: {}\n  protocols:\n  - destinationNamedPort: metrics\n");

    private static TestCaseData Case(Port[] ports, string protocols) => new TestCaseData(ports, protocols).SetArgDisplayNames(string.Join(" ", ports.Select(port => port.ToString())));

    private static string Number(string protocol, int port) => $"  - {protocol}:\n      destinationPort:\n        number: {port}\n";

    private static string Range(string protocol, int start, int end) => $"  - {protocol}:\n      destinationPort:\n        range:\n          start: {start}\n          end: {end}\n";

    private static string Name(string name) => $"  - destinationNamedPort: {name}\n";

    private static string Rule(string key, string protocols) =>
        $"- action: Accept\n  {key}:\n  - namespaces: {{}}\n{(protocols.Length == 0 ? "" : "  protocols:\n")}{protocols}";
}
