using PolicyKit.Verification.Reading;
using static PolicyKit.Verification.Tests.Engines.Calico.CalicoYaml;

namespace PolicyKit.Verification.Tests.Engines.Calico;

/// <summary>What Calico's API server accepts, refuses and drops; and what is said about it.</summary>
internal sealed class CalicoReadingTests
{
    private const string In = "types: [Ingress], ingress: [{action: Allow, ";
    private const string Out = "types: [Egress], egress: [{action: Allow, ";

    [TestCase("types: [Ingress]")]
    [TestCase("tier: '', order: -1.5, selector: '', serviceAccountSelector: '', types: [Egress, Ingress], ingress: [], egress: []")]
    [TestCase("order: null, types: [Ingress], performanceHints: [AssumeNeededOnEveryNode]")]
    [TestCase(In + "metadata: {annotations: {a: b}}}]")]
    [TestCase(In + "ipVersion: 4, protocol: ICMP, icmp: {type: 254, code: 255}}]")]
    [TestCase(In + "protocol: 1, notICMP: {type: 0}}]")]
    [TestCase(In + "protocol: UDPLite, notProtocol: 255, source: {ports: []}}]")]
    [TestCase(In + "protocol: SCTP, source: {ports: [1, '2:3', a-b]}, destination: {notPorts: [65535, '4:4', 80]}}]")]
    [TestCase(In + "destination: {ports: [http]}, source: {notPorts: [http]}}]")]
    [TestCase(In + "source: {nets: [10.0.0.0/8], notNets: [10.1.0.0/16]}, destination: {nets: [0.0.0.0/0]}}]")]
    [TestCase(In + "source: {nets: ['::/0']}}]")]
    [TestCase(In + "source: {selector: \"a == 'b'\", notSelector: global(), namespaceSelector: \"\\tglobal() \"}}]")]
    [TestCase(In + "source: {serviceAccounts: {names: [a], selector: all()}}}]")]
    [TestCase(In + "protocol: TCP, source: {services: {name: s, namespace: ns}, ports: [1]}, destination: {ports: [80]}}]")]
    [TestCase(Out + "destination: {services: {name: s, namespace: ns}, selector: '', nets: []}}]")]
    [TestCase("types: [Ingress], egress: [{action: Pass}, {action: Log}, {action: Deny}]")]
    public void The_API_server_accepts(string spec)
    {
        var reading = ReadingOf(Policy(spec));
        reading.Findings.ShouldBeEmpty();
        reading.Count.ShouldBe(1);
    }

    [TestCase("types: [ingress]", "types[0]", "'ingress' is not a type of policy.")]
    [TestCase("types: []", "types", "There must be one type or two.")]
    [TestCase("types: [Ingress, Ingress]", "types[1]", "'Ingress' is written twice.")]
    [TestCase("types: [Ingress], order: '10'", "order", "The field needs a number, and there is the text '10'.")]
    [TestCase("types: [Ingress], selector: 5", "selector", "The field needs a text, and there is the number 5.")]
    [TestCase("types: [Ingress], selector: \"a = 'b'\"", "selector", "The selector 'a = 'b'' cannot be read: at character 3, the key 'a' is followed by neither a comparison nor a set.")]
    [TestCase("types: [Ingress], selector: global()", "selector", "global() has no meaning here.")]
    [TestCase("types: [Ingress], selector: \"a == 'global('\"", "selector", "global() has no meaning here.")]
    [TestCase("types: [Ingress], serviceAccountSelector: 'has('", "serviceAccountSelector", "The selector 'has(' cannot be read: at character 5, has() needs a key.")]
    [TestCase("types: [Ingress], performanceHints: [Fast]", "performanceHints[0]", "'Fast' is not a hint.")]
    [TestCase("types: [Ingress], ingress: {}", "ingress", "The field needs a list, and there is a map.")]
    [TestCase("types: [Ingress], ingress: [{}]", "ingress[0].action", "The field 'action' is required.")]
    [TestCase("types: [Ingress], ingress: [{action: allow}]", "ingress[0].action", "'allow' is not an action.")]
    [TestCase(In + "ipVersion: 5}]", "ingress[0].ipVersion", "5 is not a version of IP.")]
    [TestCase(In + "protocol: tcp}]", "ingress[0].protocol", "'tcp' is not a protocol.")]
    [TestCase(In + "protocol: 0}]", "ingress[0].protocol", "'0' is not a protocol.")]
    [TestCase(In + "protocol: 256}]", "ingress[0].protocol", "'256' is not a protocol.")]
    [TestCase(In + "notProtocol: any}]", "ingress[0].notProtocol", "'any' is not a protocol.")]
    [TestCase(In + "destination: {ports: [80]}}]", "ingress[0]", "Port numbers stand without a protocol.")]
    [TestCase(In + "notProtocol: TCP, source: {notPorts: ['1:2']}}]", "ingress[0]", "Port numbers stand without a protocol.")]
    [TestCase(In + "protocol: ICMP, destination: {ports: [http]}}]", "ingress[0].protocol", "Ports stand beside a protocol that has none in Calico.")]
    [TestCase(In + "protocol: UDPLite, destination: {notPorts: [80]}}]", "ingress[0].protocol", "Ports stand beside a protocol that has none in Calico.")]
    [TestCase(In + "protocol: TCP, destination: {ports: [0]}}]", "ingress[0].destination.ports[0]", "'0' is not a port.")]
    [TestCase(In + "protocol: TCP, destination: {ports: [65536]}}]", "ingress[0].destination.ports[0]", "'65536' is not a port.")]
    [TestCase(In + "protocol: TCP, destination: {ports: ['8000-9000']}}]", "ingress[0].destination.ports[0]", "'8000-9000' is not a port.")]
    [TestCase(In + "protocol: TCP, destination: {ports: ['9000:8000']}}]", "ingress[0].destination.ports[0]", "'9000:8000' is not a port.")]
    [TestCase(In + "protocol: TCP, destination: {ports: ['1:2:3']}}]", "ingress[0].destination.ports[0]", "'1:2:3' is not a port.")]
    [TestCase(In + "protocol: TCP, destination: {ports: [HTTP]}}]", "ingress[0].destination.ports[0]", "'HTTP' is not a port.")]
    [TestCase(In + "protocol: TCP, destination: {ports: ['']}}]", "ingress[0].destination.ports[0]", "'' is not a port.")]
    [TestCase(In + "icmp: {type: 8}}]", "ingress[0].icmp", "A type of ICMP stands without the protocol.")]
    [TestCase(In + "protocol: ICMP, icmp: {type: 255}}]", "ingress[0].icmp.type", "255 is not between 0 and 254.")]
    [TestCase(In + "protocol: ICMP, icmp: {code: 1}}]", "ingress[0].icmp.code", "A code of ICMP stands without a type.")]
    [TestCase(In + "protocol: ICMP, ipVersion: 6}]", "ingress[0].protocol", "ICMP is a protocol of IPv4, and ipVersion is 6.")]
    [TestCase(In + "notProtocol: 58, ipVersion: 4}]", "ingress[0].notProtocol", "ICMPv6 is a protocol of IPv6, and ipVersion is 4.")]
    [TestCase(In + "source: {nets: [10.0.0.5]}}]", "ingress[0].source.nets[0]", "'10.0.0.5' is not a network.")]
    [TestCase(In + "source: {nets: [1.2.3.4/24]}}]", "ingress[0].source.nets[0]", "'1.2.3.4/24' has bits behind its prefix.")]
    [TestCase(In + "source: {nets: [10.0.0.0/8, 10.0.0.0/8]}}]", "ingress[0].source.nets[1]", "'10.0.0.0/8' is written twice.")]
    [TestCase(In + "source: {notNets: [0.0.0.0/0]}}]", "ingress[0].source.notNets[0]", "'0.0.0.0/0' excludes every address of its family.")]
    [TestCase(In + "source: {notNets: ['0::/0']}}]", "ingress[0].source.notNets[0]", "'0::/0' excludes every address of its family.")]
    [TestCase(In + "source: {nets: [10.0.0.0/8]}, destination: {notNets: ['fd00::/8']}}]", "ingress[0]", "The rule has networks of IPv4 and of IPv6.")]
    [TestCase(In + "ipVersion: 6, source: {nets: [10.0.0.0/8]}}]", "ingress[0].ipVersion", "The networks of the rule are of the other version of IP.")]
    [TestCase(In + "source: {selector: '!global()'}}]", "ingress[0].source.selector", "global() has no meaning here.")]
    [TestCase(In + "source: {namespaceSelector: '!global()'}}]", "ingress[0].source.namespaceSelector", "global() stands beside something else.")]
    [TestCase(In + "source: {serviceAccounts: {names: [a, a]}}}]", "ingress[0].source.serviceAccounts.names[1]", "'a' is written twice.")]
    [TestCase(In + "source: {services: {namespace: ns}}}]", "ingress[0].source.services.name", "The Service has no name.")]
    [TestCase(In + "source: {services: {name: s, namespace: ns}, selector: all()}}]", "ingress[0].source.services", "A Service stands beside selectors, service accounts or networks.")]
    [TestCase(In + "source: {services: {name: s, namespace: ns}, serviceAccounts: {}}}]", "ingress[0].source.services", "A Service stands beside selectors, service accounts or networks.")]
    [TestCase(In + "source: {services: {name: s, namespace: ns}, nets: [10.0.0.0/8]}}]", "ingress[0].source.services", "A Service stands beside selectors, service accounts or networks.")]
    [TestCase(In + "destination: {services: {name: s, namespace: ns}}}]", "ingress[0].destination", "A Service stands at the policy's own end of the rule.")]
    [TestCase(Out + "source: {services: {name: s, namespace: ns}}}]", "egress[0].source", "A Service stands at the policy's own end of the rule.")]
    [TestCase(Out + "protocol: TCP, destination: {services: {name: s, namespace: ns}, ports: [80]}}]", "egress[0].destination", "Ports stand beside a Service, which brings its own.")]
    [TestCase(Out + "http: {methods: [GET]}}]", "egress[0].http", "HTTP can only be matched on ingress.")]
    [TestCase("types: [Ingress], ingress: [{action: Deny, http: {methods: [GET]}}]", "ingress[0].http", "HTTP can only be matched by rules that allow.")]
    [TestCase(In + "protocol: UDP, http: {methods: [GET]}}]", "ingress[0].http", "HTTP is matched beside another protocol than TCP.")]
    public void The_API_server_refuses(string spec, string path, string problem)
    {
        var reading = ReadingOf(Policy(spec));
        var finding = reading.Findings.ShouldHaveSingleItem();
        finding.Consequence.ShouldBe(ReadConsequence.RejectedByApiServer);
        finding.Diagnostic.Message.ShouldBe($"NetworkPolicy shop/p: 'spec.{path}': {problem} The API server refuses the object.");
        finding.Diagnostic.Position.Line.ShouldBe(4);
        reading.Count.ShouldBe(0);
    }

    [TestCase(In + "protocol: tcp}]", "Write 'TCP'.")]
    [TestCase(In + "protocol: icmpv6}]", "Write 'ICMPv6'.")]
    [TestCase(In + "protocol: any}]", "Write TCP, UDP, ICMP, ICMPv6, SCTP, UDPLite, or a number from 1 to 255.")]
    [TestCase(In + "protocol: TCP, destination: {ports: ['8000-9000']}}]", "Write '8000:9000'.")]
    [TestCase(In + "protocol: TCP, destination: {ports: ['9000:8000']}}]", "Write '8000:9000'.")]
    [TestCase(In + "source: {nets: [10.0.0.5]}}]", "Did you mean '10.0.0.5/32'?")]
    [TestCase(In + "source: {nets: ['fd00::1']}}]", "Did you mean 'fd00::1/128'?")]
    [TestCase(In + "source: {nets: [1.2.3.4/24]}}]", "Did you mean '1.2.3.0/24'?")]
    [TestCase("types: [Ingress], ingress: [{action: allow}]", "Did you mean 'Allow'?")]
    [TestCase("types: [Ingress], selector: |\n    a == 'b'\n  ", "Write the selector on one line; in YAML, use '>-' instead of '>' or '|'.")]
    public void A_mend_says_what_to_write(string spec, string mend)
    {
        var yaml = spec.Contains('\n', StringComparison.Ordinal) ? Policy("SPEC").Replace("{SPEC}", "\n  " + spec.Replace(", ", "\n  ", StringComparison.Ordinal), StringComparison.Ordinal) : Policy(spec);
        ReadingOf(yaml).Findings.ShouldHaveSingleItem().Diagnostic.Mend.ShouldBe(mend);
    }

    [TestCase("types: [Ingress], namespaceSelector: all()", "namespaceSelector", "There is no field 'namespaceSelector' here.", null)]
    [TestCase("types: [Ingress], doNotTrack: true", "doNotTrack", "There is no field 'doNotTrack' here.", null)]
    [TestCase(In + "sources: {}}]", "ingress[0].sources", "There is no field 'sources' here.", "Did you mean 'source'?")]
    [TestCase(In + "source: {ipBlock: {}}}]", "ingress[0].source.ipBlock", "There is no field 'ipBlock' here.", null)]
    [TestCase(Out + "destination: {domains: [a.example]}}]", "egress[0].destination.domains", "Host names are part of Calico Enterprise; open-source Calico has no such field.", "Write the networks of the host, or use an engine with host names: without this field the rule is about every address.")]
    public void The_API_server_drops(string spec, string path, string problem, string? mend)
    {
        var reading = ReadingOf(Policy(spec));
        var finding = reading.Findings.ShouldHaveSingleItem();
        finding.Consequence.ShouldBe(ReadConsequence.Pruned);
        finding.Diagnostic.Message.ShouldBe($"NetworkPolicy shop/p: 'spec.{path}': {problem} The API server drops it, and the rest acts without it.");
        if (mend is not null) finding.Diagnostic.Mend.ShouldBe(mend);
        reading.Count.ShouldBe(1);
    }

    [TestCase("a", "default", true)]
    [TestCase("a.b", "default", true)]
    [TestCase("knp.default.a.b.c", "default", true)]
    [TestCase("a.b.c", "default", false)]
    [TestCase("A", "default", false)]
    [TestCase("a_b", "default", false)]
    public void A_policy_has_a_name_of_one_dot_at_most(string name, string tier, bool accepted) =>
        ReadingOf(Policy($"tier: {tier}, types: [Ingress]", name)).IsRejected.ShouldBe(!accepted);

    [Test]
    public void A_global_policy_may_not_use_the_names_that_Calico_keeps() => ReadingOf(Global("types: [Ingress]", "knp.default.a")).IsRejected.ShouldBeTrue();

    [TestCase("3.31", "p", false)]
    [TestCase("3.31", "mine.p", true)]
    [TestCase("3.32", "p", true)]
    public void Before_3_32_a_name_begins_with_its_tier(string version, string name, bool accepted)
    {
        var reading = ReadingOf(Of(version), Policy("tier: mine, types: [Ingress]", name));
        reading.IsRejected.ShouldBe(!accepted);
        if (!accepted) reading.Findings[0].Diagnostic.Mend.ShouldBe("Name the policy 'mine.p'.");
    }

    [TestCase("3.28", "There is no Tier in Calico 3.28; it came with 3.29.", "Tier")]
    [TestCase("3.29", "There is no StagedGlobalNetworkPolicy in Calico 3.29; it came with 3.30.", "StagedGlobalNetworkPolicy")]
    public void A_kind_has_a_first_version(string version, string problem, string kind)
    {
        ReadingOf(Of(version), Global("", kind: kind)).Findings.ShouldHaveSingleItem().Diagnostic.Message.ShouldContain(problem);
        ReadingOf(Of("3.30"), Global("", kind: kind)).IsRejected.ShouldBeFalse();
    }

    [Test]
    public void Before_3_29_there_is_no_tier_to_be_in() =>
        ReadingOf(Of("3.28"), Policy("tier: mine, types: [Ingress]")).Findings.ShouldHaveSingleItem().Consequence.ShouldBe(ReadConsequence.Pruned);

    [Test]
    public void Since_3_33_lists_and_selectors_are_bounded()
    {
        var ports = string.Join(", ", Enumerable.Range(1, 51));
        var nets = string.Join(", ", Enumerable.Range(0, 257).Select(i => $"10.{i / 256}.{i % 256}.0/24"));
        var rules = string.Join(", ", Enumerable.Repeat("{action: Allow}", 1025));
        string[] documents =
        [
            Policy($"types: [Ingress], ingress: [{{action: Allow, protocol: TCP, destination: {{ports: [{ports}]}}}}]", "ports"),
            Policy($"types: [Ingress], ingress: [{{action: Allow, source: {{nets: [{nets}]}}}}]", "nets"),
            Policy($"types: [Ingress], selector: \"{new string('a', 500)} == '{new string('b', 600)}'\"", "selector"),
            Policy($"types: [Ingress], ingress: [{rules}]", "rules"),
        ];
        ReadingOf(Of("3.32"), documents).Count.ShouldBe(4);
        var reading = ReadingOf(Of("3.33"), documents);
        reading.Count.ShouldBe(0);
        reading.Findings.Count.ShouldBe(4);
    }

    [Test]
    public void Before_3_31_everything_could_be_excluded_and_nothing_was_left()
    {
        var policy = Policy(In + "source: {notNets: [0.0.0.0/0]}}]");
        Judge.Of(ReadingOf(Of("3.30"), policy), Cluster, Of("3.30")).Ask("ops/tool > shop/web TCP/80").ShouldBe("deny");
    }

    internal static ClusterProfile Of(string version) => new() { Engine = Enforcer.Calico, Calico = new() { Version = EngineVersion.TryParse(version, out var read) ? read : default } };
}
