using static PolicyKit.Verification.Tests.Cilium.Ciliums;

namespace PolicyKit.Verification.Tests.Cilium;

/// <summary>What ports, names, ICMP types and layer 7 rules match.</summary>
internal sealed class CiliumPortTests
{
    [TestCase("{port: '80'}", "TCP/80 UDP/80 SCTP/80", TestName = "Cilium ports: without a protocol it is any")]
    [TestCase("{port: '80', protocol: ANY}", "TCP/80 UDP/80 SCTP/80", TestName = "Cilium ports: any")]
    [TestCase("{port: '80', protocol: TCP}", "TCP/80", TestName = "Cilium ports: one protocol")]
    [TestCase("{port: '0', protocol: ANY}", "TCP/80 TCP/81 TCP/8080 UDP/80 UDP/8125 SCTP/80", TestName = "Cilium ports: port 0 is every port and not ICMP")]
    [TestCase("{port: '0', protocol: TCP}", "TCP/80 TCP/81 TCP/8080", TestName = "Cilium ports: port 0 of one protocol")]
    [TestCase("{port: '0', endPort: 80, protocol: TCP}", "TCP/80 TCP/81 TCP/8080", TestName = "Cilium ports: a range from port 0 is every port")]
    [TestCase("{port: '80', endPort: 8080, protocol: TCP}", "TCP/80 TCP/81 TCP/8080", TestName = "Cilium ports: a range")]
    [TestCase("{port: '80', endPort: 79, protocol: TCP}", "TCP/80", TestName = "Cilium ports: a range that ends before it begins")]
    [TestCase("{port: '80', endPort: 0, protocol: TCP}", "TCP/80", TestName = "Cilium ports: a range that ends at 0")]
    [TestCase("{port: '0120', protocol: TCP}", "TCP/80", TestName = "Cilium ports: a leading zero is octal")]
    [TestCase("{port: '0x50', protocol: TCP}", "", TestName = "Cilium ports: a hexadecimal number is a name")]
    [TestCase("{port: http, protocol: TCP}", "TCP/8080", TestName = "Cilium ports: a name")]
    [TestCase("{port: HTTP, protocol: TCP}", "TCP/8080", TestName = "Cilium ports: a name in capitals")]
    [TestCase("{port: http}", "TCP/8080", TestName = "Cilium ports: a name has the protocol of the container port")]
    [TestCase("{port: http, protocol: UDP}", "", TestName = "Cilium ports: a name with another protocol")]
    [TestCase("{port: stats, endPort: 9000, protocol: UDP}", "UDP/8125", TestName = "Cilium ports: a range from a name")]
    [TestCase("{port: http, endPort: 8081, protocol: TCP}", "TCP/8080", TestName = "Cilium ports: a range from a name begins there")]
    public void An_ingress_port_matches(string port, string traffic)
    {
        var judge = JudgeOf(Policy($"endpointSelector: {{matchLabels: {{app: web}}}}, ingress: [{{toPorts: [{{ports: [{port}]}}]}}]"));
        string[] all = ["TCP/80", "TCP/81", "TCP/8080", "UDP/80", "UDP/8125", "SCTP/80", "ICMPv4/8"];
        string.Join(' ', all.Where(one => judge.Ask($"shop/db > shop/web {one}") == "allow")).ShouldBe(traffic);
    }

    [TestCase("{port: http, endPort: 8090, protocol: TCP}", "shop/db > shop/web TCP/8085", "allow")]
    [TestCase("{port: http, endPort: 8090, protocol: TCP}", "shop/db > shop/web TCP/8091", "deny")]
    public void A_range_from_a_name_reaches_up_to_its_end(string port, string flow, string verdict) =>
        JudgeOf(Policy($"endpointSelector: {{matchLabels: {{app: web}}}}, ingress: [{{toPorts: [{{ports: [{port}]}}]}}]")).Ask(flow).ShouldBe(verdict);

    [TestCase("toPorts: [{}]", "deny")]
    [TestCase("toPorts: [{ports: []}]", "deny")]
    [TestCase("toPorts: [{ports: []}, {ports: [{port: '80'}]}]", "allow")]
    [TestCase("fromEndpoints: [{}], toPorts: []", "allow")]
    public void An_entry_without_ports_matches_nothing(string item, string verdict) =>
        JudgeOf(Policy($"endpointSelector: {{matchLabels: {{app: web}}}}, ingress: [{{{item}}}]")).Ask("shop/db > shop/web TCP/80").ShouldBe(verdict);

    [TestCase("1.20", "shop/db TCP/9000", "allow", TestName = "Cilium egress names: the destination's number")]
    [TestCase("1.20", "shop/db TCP/8080", "deny", TestName = "Cilium egress names: not another pod's")]
    [TestCase("1.20", "ip:8.8.8.8 TCP/9000", "deny", TestName = "Cilium egress names: and nobody else's")]
    [TestCase("1.19", "shop/db TCP/9000", "deny", TestName = "Cilium egress names: an older version skips a name with two numbers")]
    public void A_name_toward_others_is(string version, string destination, string verdict) =>
        AskEgress("http", "TCP", version, destination).ShouldBe(verdict);

    [TestCase("1.20", "ip:8.8.8.8 UDP/8125", "deny")]
    [TestCase("1.19", "ip:8.8.8.8 UDP/8125", "allow", Description = "An older version takes the one number that a name has, toward everybody.")]
    public void A_name_with_one_number_is(string version, string destination, string verdict) =>
        AskEgress("stats", "UDP", version, destination).ShouldBe(verdict);

    [TestCase("1.20", "TCP/81", "allow")]
    [TestCase("1.19", "TCP/81", "deny")]
    [TestCase("1.19", "TCP/80", "allow")]
    public void A_range_from_port_0_was_a_range(string version, string traffic, string verdict) =>
        JudgeOf(Policy("endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: '0', endPort: 80, protocol: TCP}]}]}]"), Of(version)).Ask($"shop/db > shop/web {traffic}").ShouldBe(verdict);

    [TestCase("{type: 8}", "ICMPv4/8", "allow")]
    [TestCase("{type: 8}", "ICMPv4/3", "deny")]
    [TestCase("{type: 8}", "TCP/80", "deny")]
    [TestCase("{type: '8'}", "ICMPv4/8", "allow")]
    [TestCase("{type: EchoRequest}", "ICMPv4/8", "allow")]
    [TestCase("{type: Echo, family: IPv4}", "ICMPv4/8", "allow")]
    [TestCase("{type: EchoRequest, family: IPv6}", "ICMPv4/8", "deny")]
    [TestCase("{type: 0}", "ICMPv4/8", "allow", Description = "Type 0 matches every type.")]
    [TestCase("{type: EchoReply}", "ICMPv4/3", "allow")]
    public void An_ICMP_field_matches(string field, string traffic, string verdict) =>
        JudgeOf(Policy($"endpointSelector: {{matchLabels: {{app: web}}}}, ingress: [{{icmps: [{{fields: [{field}]}}]}}]")).Ask($"shop/db > shop/web {traffic}").ShouldBe(verdict);

    [TestCase("fromEndpoints: [{}]", "allow", TestName = "Cilium ICMP: peers alone allow it")]
    [TestCase("fromEndpoints: [{}], toPorts: [{ports: [{port: '0'}]}]", "deny", TestName = "Cilium ICMP: ports never do")]
    [TestCase("fromEndpoints: [{}], icmps: [{}]", "deny", TestName = "Cilium ICMP: an entry without fields matches nothing")]
    [TestCase("fromEndpoints: [{}], icmps: []", "allow", TestName = "Cilium ICMP: no entry is not looked at")]
    public void A_rule_decides_about_a_ping(string item, string verdict) =>
        JudgeOf(Policy($"endpointSelector: {{matchLabels: {{app: web}}}}, ingress: [{{{item}}}]")).Ask("shop/db > shop/web ICMPv4/8").ShouldBe(verdict);

    private static CiliumFacts Of(string version) => Newest with { Version = EngineVersion.TryParse(version, out var read) ? read : throw new ArgumentException(version, nameof(version)) };

    private static string AskEgress(string port, string protocol, string version, string destination) =>
        JudgeOf(Policy($"endpointSelector: {{matchLabels: {{app: web}}}}, egress: [{{toPorts: [{{ports: [{{port: {port}, protocol: {protocol}}}]}}]}}]"), Of(version)).Ask($"shop/web > {destination}");
}
