using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Sets;
using PolicyKit.Verification.World;
using static PolicyKit.Verification.Tests.Engines.Calico.CalicoYaml;

namespace PolicyKit.Verification.Tests.Engines.Calico;

/// <summary>What may flow under a rule: protocols, ports at both ends, ICMP, families, and the endpoints of Services.</summary>
internal sealed class CalicoTrafficTests
{
    private static readonly ClusterPod Agent = new("ops", "agent") { Addresses = [IpAddress.Parse("192.168.0.2")], Node = "n2", HostNetwork = true, NamedPorts = [new("http", Protocol.Tcp, 8080)] };

    [TestCase("", "ICMPv4/8", "allow", TestName = "A rule without a protocol lets ICMP through")]
    [TestCase("protocol: TCP", "TCP/1", "allow", TestName = "A protocol without ports is all its ports")]
    [TestCase("protocol: TCP", "UDP/1", "deny", TestName = "and no other protocol")]
    [TestCase("protocol: TCP", "ICMPv4/8", "deny", TestName = "nor ICMP")]
    [TestCase("protocol: 17", "UDP/53", "allow", TestName = "A protocol by its number")]
    [TestCase("protocol: 132", "SCTP/80", "allow", TestName = "SCTP by its number")]
    [TestCase("notProtocol: TCP", "TCP/80", "deny", TestName = "An excluded protocol")]
    [TestCase("notProtocol: TCP", "UDP/80", "allow", TestName = "leaves the others")]
    [TestCase("notProtocol: TCP", "ICMPv4/8", "allow", TestName = "and ICMP")]
    [TestCase("notProtocol: ICMP", "ICMPv4/8", "deny", TestName = "unless it is the excluded one")]
    [TestCase("protocol: TCP, notProtocol: 6", "TCP/80", "deny", TestName = "A protocol and its exclusion match nothing")]
    [TestCase("protocol: ICMP", "ICMPv4/8", "allow", TestName = "ICMP is every type of it")]
    [TestCase("protocol: ICMP, icmp: {type: 8}", "ICMPv4/8", "allow", TestName = "or one")]
    [TestCase("protocol: ICMP, icmp: {type: 8}", "ICMPv4/0", "deny", TestName = "and then no other")]
    [TestCase("protocol: ICMP, icmp: {type: 8, code: 1}", "ICMPv4/8", "deny", TestName = "and no other code")]
    [TestCase("protocol: ICMP, notICMP: {type: 8}", "ICMPv4/8", "deny", TestName = "An excluded type")]
    [TestCase("protocol: 1, notICMP: {type: 8}", "ICMPv4/0", "allow", TestName = "leaves the others of ICMP")]
    [TestCase("protocol: UDPLite", "UDP/80", "deny", TestName = "UDPLite is not UDP")]
    [TestCase("protocol: TCP, destination: {ports: [80, '8000:9000', '443']}", "TCP/80", "allow", TestName = "A number")]
    [TestCase("protocol: TCP, destination: {ports: [80, '8000:9000', '443']}", "TCP/9000", "allow", TestName = "a range with its end")]
    [TestCase("protocol: TCP, destination: {ports: [80, '8000:9000', '443']}", "TCP/443", "allow", TestName = "a number as a text")]
    [TestCase("protocol: TCP, destination: {ports: [80, '8000:9000', '443']}", "TCP/81", "deny", TestName = "and nothing between")]
    [TestCase("protocol: TCP, destination: {notPorts: [80]}", "TCP/80", "deny", TestName = "An excluded port")]
    [TestCase("protocol: TCP, destination: {notPorts: [80]}", "TCP/81", "allow", TestName = "leaves the others of the protocol")]
    [TestCase("protocol: TCP, destination: {ports: ['1:100'], notPorts: [80]}", "TCP/80", "deny", TestName = "also of a range")]
    [TestCase("protocol: TCP, destination: {ports: [http]}", "TCP/8080", "allow", TestName = "A name is the pod's")]
    [TestCase("protocol: TCP, destination: {ports: [http]}", "TCP/80", "deny", TestName = "whatever it usually means")]
    [TestCase("protocol: UDP, destination: {ports: [http]}", "TCP/8080", "deny", TestName = "for the protocol of the rule")]
    [TestCase("destination: {ports: [stats]}", "UDP/8125", "allow", TestName = "or any, without one")]
    [TestCase("destination: {ports: [stats]}", "TCP/8125", "deny", TestName = "but the declared one")]
    [TestCase("protocol: TCP, destination: {ports: [http, 80]}", "TCP/80", "allow", TestName = "A number beside a name")]
    [TestCase("protocol: TCP, destination: {ports: [http, 80]}", "TCP/8080", "allow", TestName = "and the name beside the number")]
    [TestCase("destination: {notPorts: [http]}", "TCP/8080", "deny", TestName = "An excluded name")]
    [TestCase("destination: {notPorts: [http]}", "UDP/8080", "allow", TestName = "is excluded for its protocol only")]
    [TestCase("destination: {notPorts: [http]}", "ICMPv4/8", "allow", TestName = "and leaves what has no ports")]
    [TestCase("protocol: TCP, source: {ports: [40000]}", "TCP/80", "allow", TestName = "A port of the source")]
    [TestCase("protocol: TCP, source: {ports: ['1:1024']}", "TCP/80", "deny", TestName = "which clients choose")]
    [TestCase("protocol: TCP, source: {notPorts: ['1:1024']}", "TCP/80", "allow", TestName = "or its exclusion")]
    [TestCase("protocol: TCP, source: {notPorts: ['30000:50000']}", "TCP/80", "deny", TestName = "that hits")]
    [TestCase("ipVersion: 4", "TCP/80", "allow", TestName = "Its own version of IP")]
    [TestCase("ipVersion: 6", "TCP/80", "deny", TestName = "and not the other")]
    public void A_rule_of_ingress_is_about_some_traffic(string rule, string traffic, string verdict) =>
        JudgeOf(Policy($"selector: app == 'web', types: [Ingress], ingress: [{{action: Allow, {rule}}}]")).Ask($"ops/tool > shop/web {traffic}").ShouldBe(verdict);

    [TestCase("shop/web", "TCP/8080", "allow", TestName = "Each destination has its own number for a name")]
    [TestCase("shop/db", "TCP/9000", "allow", TestName = "this one another")]
    [TestCase("shop/db", "TCP/8080", "deny", TestName = "and not that of the first")]
    [TestCase("ip:8.8.8.8", "TCP/8080", "deny", TestName = "Who is outside declares nothing")]
    [TestCase("ops/agent", "TCP/8080", "deny", TestName = "nor does a host-network pod")]
    public void Egress_to_a_named_port(string to, string traffic, string verdict) =>
        Judge.Of(ReadingOf(Policy("types: [Egress], egress: [{action: Allow, protocol: TCP, destination: {ports: [http]}}]", @namespace: "kube-system")), Cluster.With(Agent), Asked.Profile(Enforcer.Calico))
            .Ask($"kube-system/dns > {to} {traffic}").ShouldBe(verdict);

    [Test]
    public void An_excluded_name_is_no_business_of_a_host_network_pod() =>
        Judge.Of(ReadingOf(Policy("types: [Egress], egress: [{action: Allow, destination: {notPorts: [http]}}]", @namespace: "kube-system")), Cluster.With(Agent), Asked.Profile(Enforcer.Calico))
            .Ask("kube-system/dns > ops/agent TCP/8080").ShouldBe("allow");

    [Test]
    public void A_source_port_that_nobody_knows_is_in_no_list()
    {
        var judge = JudgeOf(Policy("types: [Ingress], ingress: [{action: Allow, protocol: TCP, source: {ports: ['1:65535']}}]"));
        judge.Decide("ops/tool", "shop/web", Traffic.Tcp(80)).Whole.ToString().ShouldBe("deny");
        judge.Ask("ops/tool > shop/web TCP/80").ShouldBe("allow");
    }

    [TestCase("", "allow", TestName = "A rule without networks is of both families")]
    [TestCase("source: {nets: ['fd00::/64']}", "allow", TestName = "Networks of IPv6")]
    [TestCase("source: {nets: [0.0.0.0/0]}", "deny", TestName = "Every IPv4 network is none of IPv6")]
    [TestCase("source: {notNets: [10.0.0.0/8]}", "deny", TestName = "and an exclusion makes the rule one of its family")]
    [TestCase("destination: {notNets: [10.0.0.0/8]}", "deny", TestName = "at either end")]
    [TestCase("ipVersion: 6", "allow", TestName = "Version 6 of IP")]
    [TestCase("ipVersion: 4", "deny", TestName = "and version 4")]
    [TestCase("protocol: ICMPv6, icmp: {type: 128}", "deny", TestName = "TCP is no ICMPv6")]
    public void A_rule_has_a_family(string rule, string verdict) =>
        JudgeOf(Policy($"types: [Ingress], ingress: [{{action: Allow, {rule}}}]")).Ask("ops/dual > shop/dual TCP/80").ShouldBe(verdict);

    [Test]
    public void ICMPv6_has_types_of_its_own()
    {
        var judge = JudgeOf(Policy("types: [Ingress], ingress: [{action: Allow, protocol: ICMPv6, icmp: {type: 128}}]"));
        judge.Ask("ops/dual > shop/dual ICMPv6/128").ShouldBe("allow");
        judge.Ask("ops/dual > shop/dual ICMPv6/129").ShouldBe("deny");
        judge.Ask("ops/tool > shop/web ICMPv4/128").ShouldBe("deny");
    }

    [TestCase("web", "shop/web", "TCP/8080", "allow", TestName = "A Service is its endpoints at their ports")]
    [TestCase("web", "shop/web", "TCP/80", "deny", TestName = "not at its own port")]
    [TestCase("web", "shop/web", "UDP/8080", "deny", TestName = "nor for another protocol")]
    [TestCase("web", "shop/db", "TCP/8080", "deny", TestName = "and no other pod")]
    [TestCase("far", "ip:203.0.113.10", "TCP/6443", "allow", TestName = "Listed endpoints may be outside")]
    [TestCase("far", "ops/tool", "TCP/6443", "allow", TestName = "or not ready")]
    [TestCase("portless", "ops/tool", "TCP/6443", "deny", TestName = "Endpoints without ports are none")]
    [TestCase("missing", "shop/web", "TCP/80", "deny", TestName = "A Service that is missing has none")]
    public void Egress_to_a_Service(string service, string to, string traffic, string verdict) =>
        JudgeOf(Policy($"types: [Egress], egress: [{{action: Allow, destination: {{services: {{name: {service}, namespace: shop}}}}}}]")).Ask($"shop/bot > {to} {traffic}").ShouldBe(verdict);

    [TestCase("web", "shop/web", "allow", TestName = "The endpoints of a Service as sources")]
    [TestCase("web", "ops/web", "deny", TestName = "are only its own")]
    [TestCase("far", "ops/tool", "allow", TestName = "ready or not")]
    [TestCase("portless", "ops/tool", "allow", TestName = "with ports or without")]
    public void Ingress_from_a_Service(string service, string from, string verdict) =>
        JudgeOf(Policy($"types: [Ingress], ingress: [{{action: Allow, source: {{services: {{name: {service}, namespace: shop}}}}}}]")).Ask($"{from} > shop/db TCP/1234").ShouldBe(verdict);

    [Test]
    public void A_Service_without_a_namespace_is_found_nowhere()
    {
        var policy = Policy("types: [Egress], egress: [{action: Allow, destination: {services: {name: web}}}]");
        JudgeOf(policy).Ask("shop/bot > shop/web TCP/8080").ShouldBe("deny");
        ReadingOf(policy).Findings.ShouldHaveSingleItem().Diagnostic.Id.ShouldBe("PK5008");
    }

    [TestCase("*.example.com", "allow")]
    [TestCase("api.example.com", "allow")]
    [TestCase("*.com", "allow")]
    [TestCase("example.com", "deny")]
    public void Calico_Enterprise_has_host_names_and_a_star_for_any_depth(string domain, string verdict)
    {
        var profile = new ClusterProfile { Engine = Enforcer.Calico, Calico = new() { Edition = CalicoEdition.Enterprise } };
        var reading = ReadingOf(profile, Policy($"types: [Egress], egress: [{{action: Allow, destination: {{domains: ['{domain}']}}}}]"));
        reading.Findings.ShouldBeEmpty();
        Judge.Of(reading, Cluster, profile).Ask("shop/bot > dns:api.example.com TCP/443").ShouldBe(verdict);
    }

    [TestCase("types: [Egress], egress: [{action: Deny, destination: {domains: [a.example]}}]", "Host names can only stand in the destination of an egress rule that allows.")]
    [TestCase("types: [Egress], egress: [{action: Allow, source: {domains: [a.example]}}]", "Host names can only stand in the destination of an egress rule that allows.")]
    [TestCase("types: [Ingress], ingress: [{action: Allow, destination: {domains: [a.example]}}]", "Host names can only stand in the destination of an egress rule that allows.")]
    [TestCase("types: [Egress], egress: [{action: Allow, destination: {domains: [a.example], nets: [8.0.0.0/8]}}]", "Host names stand beside networks or a selector.")]
    [TestCase("types: [Egress], egress: [{action: Allow, destination: {domains: [a.example], selector: all()}}]", "Host names stand beside networks or a selector.")]
    public void Calico_Enterprise_refuses_host_names_elsewhere(string spec, string problem) =>
        ReadingOf(new ClusterProfile { Engine = Enforcer.Calico, Calico = new() { Edition = CalicoEdition.Enterprise } }, Policy(spec)).Findings.ShouldHaveSingleItem().Diagnostic.Message.ShouldContain(problem);
}
