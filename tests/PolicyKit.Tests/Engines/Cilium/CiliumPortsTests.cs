using PolicyKit.Manifests;
using PolicyKit.Tests.Emitting;
using static PolicyKit.Dsl;
using static PolicyKit.Tests.Emitting.Emitted;

namespace PolicyKit.Tests.Engines.Cilium;

/// <summary>Each form of a port: the YAML it becomes.</summary>
public sealed class CiliumPortsTests
{
    private static readonly ClusterProfile Sctp = new() { Cilium = new() { Sctp = true } };

    private static IEnumerable<TestCaseData> Forms()
    {
        yield return Case([Port.Tcp(80)], Item("80", "TCP"));
        yield return Case([Port.Udp(53)], Item("53", "UDP"));
        yield return Case([Port.Sctp(5000)], Item("5000", "SCTP"));
        yield return Case([Port.TcpRange(8000, 8010)], "    - port: \"8000\"\n      endPort: 8010\n      protocol: TCP\n");
        yield return Case([Port.TcpRange(80, 80)], Item("80", "TCP"));
        yield return Case([Port.TcpRange(1, 65535)], Item("0", "TCP"));
        yield return Case([Port.AnyTcp], Item("0", "TCP"));
        yield return Case([Port.AnyUdp], Item("0", "UDP"));
        yield return Case([Port.AnySctp], Item("0", "SCTP"));
        yield return Case([Port.Dns], Item("53", "TCP") + Item("53", "UDP"));
        yield return Case([Port.Metrics.At(8083)], Item("8083", "TCP"));
        yield return Case([Port.ApiServer], Item("443", "TCP") + Item("6443", "TCP"));
    }

    [TestCaseSource(nameof(Forms))]
    public void A_port_is_written_on_ingress(Port[] ports, string expected) =>
        Web.AllowIngress(ports).From(Anywhere).Emit(Engine.Cilium, Sctp).Part("spec.ingress").ShouldBe($"- fromEntities:\n  - all\n  toPorts:\n  - ports:\n{expected}");

    [TestCaseSource(nameof(Forms))]
    public void A_port_is_written_on_egress(Port[] ports, string expected) =>
        Web.AllowEgress(ports).To(Anywhere).Emit(Engine.Cilium, Sctp).Part("spec.egress").ShouldBe($"- toEntities:\n  - all\n  toPorts:\n  - ports:\n{expected}");

    [TestCase(Protocol.Tcp, "TCP")]
    [TestCase(Protocol.Udp, "UDP")]
    public void A_name_is_written_on_ingress_with_its_protocol(Protocol protocol, string text) =>
        Web.AllowIngress(Port.Named("dns", protocol)).From(Anywhere).Emit(Engine.Cilium).Part("spec.ingress")
            .ShouldBe($"- fromEntities:\n  - all\n  toPorts:\n  - ports:\n    - port: dns\n      protocol: {text}\n");

    [Test]
    public void Every_port_has_no_ports_so_that_ICMP_passes_too() =>
        Web.AllowIngress(Port.Any).From(Namespace("a")).Emit(Engine.Cilium).Part("spec.ingress")
            .ShouldBe("- fromEndpoints:\n  - matchLabels:\n      k8s:io.kubernetes.pod.namespace: a\n");

    [Test]
    public void More_than_forty_ports_become_entries_of_the_same_rule()
    {
        var ports = Enumerable.Range(0, 95).Select(i => Port.Tcp(1000 + (2 * i))).ToArray();

        var rule = (ManifestMap)((ManifestList)((ManifestMap)Web.AllowIngress(ports).From(Anywhere).Emit(Engine.Cilium).Manifests[0].Root["spec"]!)["ingress"]!).ShouldHaveSingleItem();

        var entries = ((ManifestList)rule["toPorts"]!).Cast<ManifestMap>().Select(entry => ((ManifestList)entry["ports"]!)).ToList();
        entries.Select(entry => entry.Count).ShouldBe([40, 40, 15]);
        entries.SelectMany(entry => entry).Cast<ManifestMap>().Select(port => ((ManifestText)port["port"]!).Value).ShouldBe(ports.Select(port => $"{port.Number}"));
    }

    private static string Item(string number, string protocol) => $"    - port: \"{number}\"\n      protocol: {protocol}\n";

    private static TestCaseData Case(Port[] ports, string expected) => new TestCaseData(ports, expected).SetArgDisplayNames(string.Join(" ", ports.Select(port => port.ToString())));
}
