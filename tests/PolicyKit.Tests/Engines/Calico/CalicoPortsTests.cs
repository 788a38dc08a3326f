using PolicyKit.Tests.Emitting;
using static PolicyKit.Dsl;
using static PolicyKit.Tests.Emitting.Emitted;

namespace PolicyKit.Tests.Engines.Calico;

/// <summary>Each form of port: the rules it becomes, one a protocol.</summary>
public sealed class CalicoPortsTests
{
    private static IEnumerable<TestCaseData> Forms()
    {
        yield return Case([Port.Tcp(80)], "TCP 80");
        yield return Case([Port.Udp(53)], "UDP 53");
        yield return Case([Port.Sctp(9)], "SCTP 9");
        yield return Case([Port.TcpRange(30000, 32767)], "TCP 30000:32767");
        yield return Case([Port.UdpRange(7, 7)], "UDP 7");
        yield return Case([Port.TcpRange(1, 65535)], "TCP");
        yield return Case([Port.AnyTcp], "TCP");
        yield return Case([Port.AnyUdp, Port.AnySctp], "UDP", "SCTP");
        yield return Case([Port.Metrics], "TCP metrics");
        yield return Case([Port.Named("dns", Protocol.Udp)], "UDP dns");
        yield return Case([Port.Metrics.At(8083)], "TCP 8083");
        yield return Case([Port.Https], "TCP 443");
        yield return Case([Port.OtlpGrpc, Port.OtlpHttp], "TCP 4317 4318");
        yield return Case([Port.Dns], "TCP 53", "UDP 53");
        yield return Case([Port.ApiServer], "TCP 443 6443");
        yield return Case([Port.Tcp(9), Port.Tcp(8), Port.Tcp(9)], "TCP 8 9");
        yield return Case([Port.Tcp(85), Port.TcpRange(80, 90), Port.TcpRange(88, 95)], "TCP 80:90 85 88:95");
        yield return Case([Port.Tcp(80), Port.Metrics], "TCP 80 metrics");
        yield return Case([Port.Tcp(80), Port.Metrics, Port.AnyTcp, Port.Udp(1)], "TCP", "UDP 1");
        yield return Case([Port.Tcp(80), Port.Any], "");
    }

    [TestCaseSource(nameof(Forms))]
    public void A_form_of_port_becomes_a_rule_a_protocol(Port[] ports, string[] rules)
    {
        Web.AllowIngress(ports).From(SameNamespace).Emit(Engine.Calico).Part("spec.ingress").ShouldBe(string.Concat(rules.Select(rule =>
            $"- action: Allow\n{ProtocolLine(rule)}  source:\n    selector: projectcalico.org/orchestrator == 'k8s'\n{(Ports(rule) is "" ? "" : "  destination:\n")}{Ports(rule)}")));
        Web.AllowEgress(ports).To(SameNamespace).Emit(Engine.Calico).Part("spec.egress").ShouldBe(string.Concat(rules.Select(rule =>
            $"- action: Allow\n{ProtocolLine(rule)}  destination:\n    selector: projectcalico.org/orchestrator == 'k8s'\n{Ports(rule)}")));
    }

    [Test]
    public void A_name_toward_anywhere_stays_a_name() =>
        Web.AllowEgress(Port.Named("grpc")).ToAnywhere().Emit(Engine.Calico).Part("spec.egress")
            .ShouldBe("- action: Allow\n  protocol: TCP\n  destination:\n    ports:\n    - grpc\n");

    [Test]
    public void The_51st_port_begins_another_rule_with_the_same_peer()
    {
        var ports = Enumerable.Range(1, 51).Select(number => Port.Tcp(number * 10)).Append(Port.Udp(1));

        var rules = Web.AllowIngress(ports).From(SameNamespace).Emit(Engine.Calico).Part("spec.ingress");

        rules.Split("- action: Allow").Length.ShouldBe(4);
        rules.ShouldEndWith("""
                - 500
            - action: Allow
              protocol: TCP
              source:
                selector: projectcalico.org/orchestrator == 'k8s'
              destination:
                ports:
                - 510
            - action: Allow
              protocol: UDP
              source:
                selector: projectcalico.org/orchestrator == 'k8s'
              destination:
                ports:
                - 1

            """);
    }

    private static string ProtocolLine(string rule) => rule.Split(' ')[0] is { Length: > 0 } protocol ? $"  protocol: {protocol}\n" : "";

    private static string Ports(string rule) => rule.Split(' ')[1..] is { Length: > 0 } ports
        ? $"    ports:\n{string.Concat(ports.Select(port => $"    - {(port.Contains(':', StringComparison.Ordinal) ? $"\"{port}\"" : port)}\n"))}"
        : "";

    private static TestCaseData Case(Port[] ports, params string[] rules) => new TestCaseData(ports, rules).SetArgDisplayNames(string.Join(" + ", ports.Select(port => port.ToString())));
}
