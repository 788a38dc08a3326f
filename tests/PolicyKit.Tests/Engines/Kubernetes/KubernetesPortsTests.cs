using PolicyKit.Tests.Emitting;
using static PolicyKit.Dsl;
using static PolicyKit.Tests.Emitting.Emitted;

namespace PolicyKit.Tests.Engines.Kubernetes;

/// <summary>Each form of port: the YAML it becomes.</summary>
public sealed class KubernetesPortsTests
{
    private static IEnumerable<TestCaseData> Forms()
    {
        yield return Case([Port.Tcp(80)], "port: 80, protocol: TCP");
        yield return Case([Port.Udp(53)], "port: 53, protocol: UDP");
        yield return Case([Port.Sctp(9)], "port: 9, protocol: SCTP");
        yield return Case([Port.TcpRange(30000, 32767)], "port: 30000, endPort: 32767, protocol: TCP");
        yield return Case([Port.UdpRange(7, 7)], "port: 7, protocol: UDP");
        yield return Case([Port.TcpRange(1, 65535)], "protocol: TCP");
        yield return Case([Port.AnyTcp], "protocol: TCP");
        yield return Case([Port.AnyUdp, Port.AnySctp], "protocol: UDP", "protocol: SCTP");
        yield return Case([Port.Metrics], "port: metrics, protocol: TCP");
        yield return Case([Port.Named("dns", Protocol.Udp)], "port: dns, protocol: UDP");
        yield return Case([Port.Metrics.At(8083)], "port: 8083, protocol: TCP");
        yield return Case([Port.Https], "port: 443, protocol: TCP");
        yield return Case([Port.OtlpGrpc, Port.OtlpHttp], "port: 4317, protocol: TCP", "port: 4318, protocol: TCP");
        yield return Case([Port.Dns], "port: 53, protocol: TCP", "port: 53, protocol: UDP");
        yield return Case([Port.ApiServer], "port: 443, protocol: TCP", "port: 6443, protocol: TCP");
        yield return Case([Port.Tcp(9), Port.Tcp(8), Port.Tcp(9)], "port: 8, protocol: TCP", "port: 9, protocol: TCP");
        yield return Case([Port.Tcp(85), Port.TcpRange(80, 90), Port.TcpRange(88, 95)], "port: 80, endPort: 90, protocol: TCP", "port: 85, protocol: TCP", "port: 88, endPort: 95, protocol: TCP");
        yield return Case([Port.Tcp(80), Port.Metrics, Port.AnyTcp, Port.Udp(1)], "protocol: TCP", "port: 1, protocol: UDP");
    }

    [TestCaseSource(nameof(Forms))]
    public void A_form_of_port_becomes_its_items(Port[] ports, string[] items) =>
        Web.AllowIngress(ports).From(Namespace("a")).Emit(Engine.Kubernetes).Part("spec.ingress").ShouldBe($$"""
            - from:
              - namespaceSelector:
                  matchLabels:
                    kubernetes.io/metadata.name: a
              ports:
            {{string.Join('\n', items.Select(item => $"  - {item.Replace(", ", "\n    ")}"))}}

            """);

    [Test]
    public void Any_is_a_rule_without_ports_and_swallows_the_others() =>
        Web.AllowIngress(Port.Tcp(80), Port.Any).From(Namespace("a")).Emit(Engine.Kubernetes).Part("spec.ingress").ShouldBe("""
            - from:
              - namespaceSelector:
                  matchLabels:
                    kubernetes.io/metadata.name: a

            """);

    [Test]
    public void A_name_toward_pods_stays_a_name() =>
        Web.AllowEgress(Port.Named("grpc")).To(Namespace("a")).Emit(Engine.Kubernetes).Part("spec.egress").ShouldContain("port: grpc");

    private static TestCaseData Case(Port[] ports, params string[] items) => new TestCaseData(ports, items).SetArgDisplayNames(string.Join(" + ", ports.Select(port => port.ToString())));
}
