namespace PolicyKit.Tests.Engines.Calico;

/// <summary>What Calico's API server says of one rule of a policy.</summary>
public sealed class CalicoRulesTests
{
    [TestCase("action: Allow")]
    [TestCase("action: Deny, metadata: { annotations: { why: because } }")]
    [TestCase("action: Log, ipVersion: 4")]
    [TestCase("action: Pass, protocol: UDPLite, notProtocol: 255")]
    [TestCase("action: Allow, protocol: TCP, destination: { ports: [80, '8000:9000', '443', metrics], notPorts: [65535, '1:1'] }")]
    [TestCase("action: Allow, protocol: 17, source: { ports: [53] }")]
    [TestCase("action: Allow, destination: { ports: [metrics] }")]
    [TestCase("action: Allow, protocol: ICMP, ipVersion: 4, icmp: { type: 8, code: 0 }, notICMP: { type: 254 }")]
    [TestCase("action: Allow, protocol: 58, ipVersion: 6, icmp: { type: 128 }")]
    [TestCase("action: Allow, source: { nets: [10.0.0.0/8, 0.0.0.0/0], notNets: [10.1.0.0/16] }, destination: { nets: [10.2.0.1/32] }")]
    [TestCase("action: Allow, ipVersion: 6, source: { nets: ['2001:db8::/32'] }")]
    [TestCase("action: Allow, source: { selector: \"has(a)\", notSelector: \"global()\", namespaceSelector: ' global() ', serviceAccounts: { names: [a, b], selector: \"x == 'y'\" } }")]
    [TestCase("action: Allow, protocol: TCP, source: { services: { name: a, namespace: b }, ports: [80] }, destination: { ports: [80] }")]
    public void A_sound_rule_has_no_finding(string rule) => CalicoFindings.In(CalicoFindings.Ingress(rule)).ShouldBeEmpty();

    [TestCase("protocol: TCP", "spec.ingress[0]: it has no action")]
    [TestCase("action: allow", "spec.ingress[0].action: 'allow' is not one of Allow, Deny, Log and Pass")]
    [TestCase("action: 1", "spec.ingress[0].action: a text is expected, not a whole number")]
    [TestCase("action: Allow, ipVersion: 5", "spec.ingress[0].ipVersion: 5 is neither 4 nor 6")]
    [TestCase("action: Allow, protocol: tcp", "spec.ingress[0].protocol: 'tcp' is not one of TCP, UDP, SCTP, ICMP, ICMPv6 and UDPLite")]
    [TestCase("action: Allow, notProtocol: 0", "spec.ingress[0].notProtocol: 0 is not a protocol; protocols are 1 to 255")]
    [TestCase("action: Allow, protocol: 300", "spec.ingress[0].protocol: 300 is not a protocol; protocols are 1 to 255")]
    [TestCase("action: Allow, protocol: true", "spec.ingress[0].protocol: a number or a name is expected, not a truth value")]
    [TestCase("action: Allow, metadata: { annotations: { 'a b': c } }", "spec.ingress[0].metadata.annotations.a b: 'a b' is not an annotation key")]
    [TestCase("action: Allow, destination: { ports: [80] }", "spec.ingress[0].destination.ports: ports by number need the protocol TCP, UDP or SCTP, and no other protocol has ports")]
    [TestCase("action: Allow, notProtocol: TCP, source: { notPorts: ['1:2'] }", "spec.ingress[0].source.notPorts: ports by number need the protocol TCP, UDP or SCTP, and no other protocol has ports")]
    [TestCase("action: Allow, protocol: UDPLite, destination: { ports: [metrics] }", "spec.ingress[0].destination.ports: ports by number need the protocol TCP, UDP or SCTP, and no other protocol has ports")]
    [TestCase("action: Allow, protocol: TCP, destination: { ports: [0] }", "spec.ingress[0].destination.ports[0]: 0 is not a port; ports are 1 to 65535")]
    [TestCase("action: Allow, protocol: TCP, destination: { ports: ['70000'] }", "spec.ingress[0].destination.ports[0]: 70000 is not a port; ports are 1 to 65535")]
    [TestCase("action: Allow, protocol: TCP, destination: { ports: ['8000-9000'] }", "spec.ingress[0].destination.ports[0]: '8000-9000' is neither a number, nor a range such as '8000:9000', nor a port name")]
    [TestCase("action: Allow, protocol: TCP, destination: { ports: [Metrics] }", "spec.ingress[0].destination.ports[0]: 'Metrics' is neither a number, nor a range such as '8000:9000', nor a port name")]
    [TestCase("action: Allow, protocol: TCP, destination: { ports: ['9:8'] }", "spec.ingress[0].destination.ports[0]: the range '9:8' ends before it begins")]
    [TestCase("action: Allow, protocol: TCP, destination: { ports: ['1:2:3'] }", "spec.ingress[0].destination.ports[0]: '1:2:3' is not a range of ports")]
    [TestCase("action: Allow, protocol: TCP, destination: { ports: [true] }", "spec.ingress[0].destination.ports[0]: a number or a text is expected, not a truth value")]
    [TestCase("action: Allow, protocol: TCP, icmp: { type: 8 }", "spec.ingress[0]: icmp needs the protocol ICMP or ICMPv6")]
    [TestCase("action: Allow, protocol: ICMP, icmp: { code: 1 }", "spec.ingress[0].icmp: a code needs a type")]
    [TestCase("action: Allow, notICMP: { type: 255, code: 256 }", "spec.ingress[0].notICMP.type: a type is 0 to 254|spec.ingress[0].notICMP.code: a code is 0 to 255")]
    [TestCase("action: Allow, protocol: ICMP, ipVersion: 6", "spec.ingress[0]: ICMP is IPv4")]
    [TestCase("action: Allow, notProtocol: ICMPv6, ipVersion: 4", "spec.ingress[0]: ICMPv6 is IPv6")]
    [TestCase("action: Allow, source: { nets: [10.0.0.5] }", "spec.ingress[0].source.nets[0]: '10.0.0.5' is an address, not a network. Did you mean '10.0.0.5/32'")]
    [TestCase("action: Allow, source: { notNets: [1.2.3.4/24] }", "spec.ingress[0].source.notNets[0]: '1.2.3.4/24' has bits set behind its prefix. Did you mean '1.2.3.0/24' or '1.2.3.4/32'")]
    [TestCase("action: Allow, source: { nets: ['fd00:0:0:0::1/64'] }", "spec.ingress[0].source.nets[0]: 'fd00:0:0:0::1/64' is not the canonical spelling of its address, in which '::' stands for the whole of the first longest run of zero groups. Did you mean 'fd00::/64' or 'fd00::1/128'")]
    [TestCase("action: Allow, source: { nets: ['::1'] }", "spec.ingress[0].source.nets[0]: '::1' is an address, not a network. Did you mean '::1/128'")]
    [TestCase("action: Allow, source: { nets: [010.0.0.0/8] }", "spec.ingress[0].source.nets[0]: '010.0.0.0/8' has a leading zero in '010', which some programs read as octal. Did you mean '10.0.0.0/8'")]
    [TestCase("action: Allow, source: { nets: [10.0.0.0/8, 10.0.0.0/8] }", "spec.ingress[0].source.nets: item 1 is there already")]
    [TestCase("action: Allow, source: { notNets: ['::/0'] }", "spec.ingress[0].source.notNets[0]: nothing is left when every address is taken out")]
    [TestCase("action: Allow, source: { nets: [10.0.0.0/8] }, destination: { notNets: ['2001:db8::/32'] }", "spec.ingress[0]: it mixes IPv4 and IPv6")]
    [TestCase("action: Allow, ipVersion: 6, source: { nets: [10.0.0.0/8] }", "spec.ingress[0]: it mixes IPv4 and IPv6")]
    [TestCase("action: Allow, source: { selector: 'a = b' }", "spec.ingress[0].source.selector: 'a = b' is not a selector: a comparison is expected, not '= b'")]
    [TestCase("action: Allow, source: { notSelector: 'a' }", "spec.ingress[0].source.notSelector: 'a' is not a selector: a comparison is expected, not the end")]
    [TestCase("action: Allow, source: { serviceAccounts: { selector: '(' } }", "spec.ingress[0].source.serviceAccounts.selector: '(' is not a selector: a label is expected, not the end")]
    [TestCase("action: Allow, source: { selector: 'global()' }", "spec.ingress[0].source.selector: global() may only stand in the namespaceSelector of a source or destination")]
    [TestCase("action: Allow, source: { namespaceSelector: 'global() || has(a)' }", "spec.ingress[0].source.namespaceSelector: global() stands alone")]
    [TestCase("action: Allow, source: { services: { namespace: b } }", "spec.ingress[0].source.services: it has no name")]
    [TestCase("action: Allow, source: { services: { name: a, namespace: b }, nets: [10.0.0.0/8] }", "spec.ingress[0].source: services may not stand beside nets")]
    [TestCase("action: Allow, source: { services: { name: a, namespace: b }, selector: all() }", "spec.ingress[0].source: services may not stand beside selector")]
    [TestCase("action: Allow, destination: { services: { name: a, namespace: b } }", "spec.ingress[0].destination: services may only stand in the source of ingress and the destination of egress")]
    [TestCase("action: Deny, protocol: 6, http: { methods: [GET] }", "spec.ingress[0]: http may only stand in a rule that allows")]
    [TestCase("action: Allow, protocol: UDP, http: { methods: [GET, GET], paths: [{ exact: a }, { exact: /a, prefix: '/b?' }] }",
        "spec.ingress[0].http.methods: item 1 is there already|spec.ingress[0].http.paths[0].exact: 'a' is not a path: it begins with '/', and holds no '?', '#' or blank"
        + "|spec.ingress[0].http.paths[1]: it says one of exact and prefix|spec.ingress[0].http.paths[1].prefix: '/b?' is not a path: it begins with '/', and holds no '?', '#' or blank"
        + "|spec.ingress[0]: http needs the protocol TCP")]
    public void The_API_server_refuses(string rule, string findings) =>
        CalicoFindings.In(CalicoFindings.Ingress(rule)).Where(one => !one.EndsWith("(we refuse it).", StringComparison.Ordinal))
            .ShouldBe(findings.Split('|').Select(one => one + " (the API server refuses it)."));

    [TestCase("action: Allow, http: { methods: [GET] }", "spec.egress[0]: http may only stand in ingress (the API server refuses it).")]
    [TestCase("action: Allow, source: { services: { name: a, namespace: b } }", "spec.egress[0].source: services may only stand in the source of ingress and the destination of egress (the API server refuses it).")]
    [TestCase("action: Allow, protocol: TCP, destination: { services: { name: a, namespace: b }, ports: [443] }", "spec.egress[0].destination: services may not stand beside ports (the API server refuses it).")]
    [TestCase("action: Allow, destination: { domains: [a.example.com] }", "spec.egress[0].destination.domains: nobody knows this key here (the API server drops it).")]
    public void In_egress_there_are_rules_of_its_own(string rule, string finding) => CalicoFindings.In(CalicoFindings.Egress(rule)).ShouldContain(finding);

    [TestCase("action: Allow, source: {}", "spec.ingress[0].source: an empty match is everyone (we refuse it).")]
    [TestCase("action: Allow, source: { nets: [] }", "spec.ingress[0].source.nets: an empty list is every address (we refuse it).")]
    [TestCase("action: Allow, protocol: TCP, destination: { ports: [] }", "spec.ingress[0].destination.ports: an empty list is every port (we refuse it).")]
    [TestCase("action: Allow, source: { nets: ['2001:DB8::/32'] }", "spec.ingress[0].source.nets[0]: '2001:DB8::/32' is not the canonical spelling of '2001:db8::/32' (we refuse it).")]
    [TestCase("action: Allow, source: { nets: ['fd00:0:0:0::/64'] }", "spec.ingress[0].source.nets[0]: 'fd00:0:0:0::/64' is not the canonical spelling of its address, in which '::' stands for the whole of the first longest run of zero groups. Did you mean 'fd00::/64' (we refuse it).")]
    [TestCase("action: Allow, source: { services: { name: a } }", "spec.ingress[0].source.services: it has no namespace, and then matches nothing (we refuse it).")]
    [TestCase("action: Allow, http: { methods: [GET] }", "spec.ingress[0]: without application-layer policy, http is read as every request (we refuse it).")]
    [TestCase("action: Allow, srource: {}", "spec.ingress[0].srource: nobody knows this key here (the API server drops it).")]
    public void What_the_API_server_accepts_may_still_not_be_what_we_emit(string rule, string finding) => CalicoFindings.In(CalicoFindings.Ingress(rule)).ShouldBe([finding]);

    [TestCase("action: Allow, destination: { domains: [a.example.com, '*.b.example'] }", null)]
    [TestCase("action: Deny, destination: { domains: [a.example.com] }", "spec.egress[0].destination: domains may only stand in the destination of an egress rule that allows (the API server refuses it).")]
    [TestCase("action: Allow, source: { domains: [a.example.com] }", "spec.egress[0].source: domains may only stand in the destination of an egress rule that allows (the API server refuses it).")]
    [TestCase("action: Allow, destination: { domains: [a.example.com], selector: all() }", "spec.egress[0].destination: domains may not stand beside selector (the API server refuses it).")]
    [TestCase("action: Allow, destination: { domains: [a_b] }", "spec.egress[0].destination.domains[0]: 'a_b' is not a host name (the API server refuses it).")]
    [TestCase("action: Allow, destination: { domains: [] }", "spec.egress[0].destination.domains: an empty list is every address (we refuse it).")]
    public void Enterprise_has_host_names(string rule, string? finding) =>
        CalicoFindings.In(CalicoFindings.Egress(rule), CalicoFindings.Of(3, 22, CalicoEdition.Enterprise)).ShouldBe(finding is null ? [] : [finding]);
}
