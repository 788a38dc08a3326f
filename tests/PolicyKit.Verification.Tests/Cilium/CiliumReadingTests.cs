using PolicyKit.Verification.Reading;
using static PolicyKit.Verification.Tests.Cilium.Ciliums;

namespace PolicyKit.Verification.Tests.Cilium;

/// <summary>What both gates say: the API server, which refuses an object, and the agent, which leaves a stored object without effect.</summary>
internal sealed class CiliumReadingTests
{
    private const string Head = "endpointSelector: {}, ";

    [TestCase(Head + "ingress: [{}]")]
    [TestCase(Head + "ingress: [], egress: [{}]")]
    [TestCase(Head + "ingressDeny: [{}]")]
    [TestCase(Head + "ingress: [{fromEndpoints: [], fromEntities: [world]}]")]
    [TestCase(Head + "ingress: [{fromRequires: []}]")]
    [TestCase(Head + "ingress: [{toPorts: null}]")]
    [TestCase(Head + "ingress: [{toPorts: [{ports: [{port: '90', endPort: 80}]}]}]")]
    [TestCase(Head + "ingress: [{toPorts: [], icmps: [{fields: [{type: 8}]}]}]")]
    [TestCase(Head + "ingress: [{authentication: {mode: disabled}, fromEndpoints: [{}]}]")]
    [TestCase(Head + "egress: [{toCIDR: [10.0.0.5/8, '2001:db8::/32', '::ffff:10.0.0.0/104']}]")]
    [TestCase(Head + "egress: [{toCIDRSet: [{cidrGroupRef: a.b, except: [10.0.0.0/8]}]}]")]
    [TestCase(Head + "egress: [{toFQDNs: [{matchName: A.B.}, {matchPattern: '*.x_y'}]}]")]
    [TestCase(Head + "ingress: [{}], labels: [{key: a}], description: b, log: {value: c}")]
    [TestCase("endpointSelector: {matchLabels: {'k8s:a': ''}, matchExpressions: [{key: b, operator: In, values: [c]}]}, ingress: [{}]")]
    public void Both_gates_accept(string spec)
    {
        var reading = Read(Policy(spec));
        reading.Count.ShouldBe(1, string.Join('\n', reading.Findings));
        reading.Findings.ShouldAllBe(finding => finding.Consequence == ReadConsequence.Accepted);
    }

    [TestCase("ingress: [{}]", "There is nothing here that counts.", "Write exactly one of endpointSelector, nodeSelector.")]
    [TestCase("endpointSelector: {}, nodeSelector: {}, ingress: [{}]", "There are several things here: endpointSelector and nodeSelector.", "Write exactly one of endpointSelector, nodeSelector.")]
    [TestCase("endpointSelector: {}", "There is nothing here that counts.", "Write at least one of ingress, ingressDeny, egress, egressDeny.")]
    [TestCase(Head + "ingress: [{fromEndpoints: [null]}]", "The field needs a map, and there is a null.", "")]
    [TestCase(Head + "ingress: [{fromEndpoints: [{matchLabels: {a: -x}}]}]", "'-x' cannot stand here.", "A value has up to 63 letters, digits, '-', '_' and '.', and starts and ends with a letter or digit.")]
    [TestCase(Head + "ingress: [{fromEntities: [internet]}]", "'internet' cannot stand here.", "Write one of all, world, cluster, host, init, ingress, unmanaged, remote-node, health, none, kube-apiserver.")]
    [TestCase(Head + "ingress: [{fromRequires: [{}]}]", "There are 1 items here, and at most 0 are allowed.", "Leave the field out.")]
    [TestCase(Head + "egress: [{toCIDR: [1.2.3.4]}]", "'1.2.3.4' cannot stand here.", "Write an address, a slash and a prefix length, as in '10.0.0.0/8' or '192.0.2.1/32'.")]
    [TestCase(Head + "egress: [{toCIDRSet: [{cidr: 10.0.0.0/8, cidrGroupRef: a}]}]", "There are several things here: cidr and cidrGroupRef.", "Write exactly one of cidr, cidrGroupRef, cidrGroupSelector.")]
    [TestCase(Head + "egress: [{toFQDNs: [{matchName: a b}]}]", "'a b' cannot stand here.", "Write a name such as 'www.example.com'.")]
    [TestCase(Head + "egress: [{toFQDNs: [{matchPattern: a..b}]}]", "'a..b' cannot stand here.", "Write a pattern such as '*.example.com'.")]
    [TestCase(Head + "ingress: [{toPorts: [{ports: [{port: 80}]}]}]", "The field needs a text, and there is a whole number.", "Put it in quotes.")]
    [TestCase(Head + "ingress: [{toPorts: [{ports: [{port: ''}]}]}]", "'' cannot stand here.", "Write a number in quotes, or a port name.")]
    [TestCase(Head + "ingress: [{toPorts: [{ports: [{port: '80', protocol: tcp}]}]}]", "'tcp' cannot stand here.", "Write one of TCP, UDP, SCTP, VRRP, IGMP, GRE, IPIP, IPV6, ESP, AH, ANY.")]
    [TestCase(Head + "ingress: [{toPorts: [{ports: [{port: '80', endPort: 65536}]}]}]", "65536 is not between 0 and 65535.", "")]
    [TestCase(Head + "ingress: [{toPorts: [{serverNames: [a, a]}]}]", "An item is written twice.", "Write it once.")]
    [TestCase(Head + "ingress: [{toPorts: [{serverNames: []}]}]", "There are 0 items here, and at least 1 are allowed.", "Leave the field out.")]
    [TestCase(Head + "ingress: [{toPorts: [{rules: {http: [], dns: []}}]}]", "There are several things here: http and dns.", "Write exactly one of http, dns.")]
    [TestCase(Head + "ingress: [{icmps: [{fields: [{family: IPv4}]}]}]", "The field 'type' is required here.", "Write 'type'.")]
    [TestCase(Head + "ingress: [{icmps: [{fields: [{type: Ping}]}]}]", "'Ping' cannot stand here.", "Write a number from 0 to 255, or a name such as EchoRequest.")]
    [TestCase(Head + "ingress: [{}], enableDefaultDeny: {ingress: 'false'}", "The field needs true or false, and there is a text.", "")]
    [TestCase(Head + "ingress: [{}], log: {value: \"a\\u0007\"}", "cannot stand here.", "Write at most 32 printable characters.")]
    public void The_API_server_refuses(string spec, string problem, string mend)
    {
        var reading = Read(Policy(spec));
        reading.IsRejected.ShouldBeTrue();
        reading.Count.ShouldBe(0);
        var finding = reading.Findings.First(finding => finding.Consequence == ReadConsequence.RejectedByApiServer).Diagnostic;
        finding.Message.ShouldContain(problem);
        finding.Message.ShouldEndWith("The API server refuses the object.");
        finding.Mend.ShouldBe(mend);
        finding.Position.IsKnown.ShouldBeTrue();
    }

    [TestCase(Head + "ingress: []", "The rule has no item in 'ingress', 'ingressDeny', 'egress' or 'egressDeny'.")]
    [TestCase(Head + "ingress: [{fromEndpoints: [{}], fromEntities: [world]}]", "There are several kinds of peers in one item: fromEndpoints and fromEntities.")]
    [TestCase(Head + "egress: [{toFQDNs: [{matchName: a.b}], toCIDR: [10.0.0.0/8]}]", "There are several kinds of peers in one item: toCIDR and toFQDNs.")]
    [TestCase(Head + "ingress: [{fromNodes: [{}]}]", "Nodes by their labels need an agent that runs with 'enable-node-selector-labels', which is off by default.")]
    [TestCase(Head + "ingress: [{icmps: [{}], toPorts: [{}]}]", "There are 'icmps' and 'toPorts' in one item.")]
    [TestCase(Head + "ingress: [{icmps: [{fields: [{type: RouterSolicitation}]}]}]", "'RouterSolicitation' is not a type of ICMP for IPv4.")]
    [TestCase(Head + "ingress: [{toPorts: [{ports: [{protocol: TCP}]}]}]", "The agent needs a port.")]
    [TestCase(Head + "ingress: [{toPorts: [{ports: [{port: '65536'}]}]}]", "'65536' is neither a port nor a port name.")]
    [TestCase(Head + "ingress: [{toPorts: [{ports: [{port: '080'}]}]}]", "'080' is neither a port nor a port name.")]
    [TestCase(Head + "ingress: [{toPorts: [{ports: [{port: abcdefghijklmnop}]}]}]", "'abcdefghijklmnop' is neither a port nor a port name.")]
    [TestCase(Head + "ingress: [{toPorts: [{ports: [{port: a--b}]}]}]", "'a--b' is neither a port nor a port name.")]
    [TestCase(Head + "egress: [{toCIDR: [010.0.0.0/8]}]", "'010.0.0.0/8' is not a network.")]
    [TestCase(Head + "egress: [{toCIDR: [10.0.0.0/08]}]", "'10.0.0.0/08' is not a network.")]
    [TestCase(Head + "egress: [{toCIDRSet: [{cidr: 10.0.0.0/8, except: [192.168.0.0/16]}]}]", "'192.168.0.0/16' does not lie in '10.0.0.0/8'.")]
    [TestCase(Head + "egress: [{toCIDRSet: [{cidr: 10.0.0.0/8, except: ['2001:db8::/32']}]}]", "'2001:db8::/32' does not lie in '10.0.0.0/8'.")]
    [TestCase("endpointSelector: {matchLabels: {a b: x}}, ingress: [{}]", "'a b' is not a label key.")]
    [TestCase("endpointSelector: {matchLabels: {'k8s:a:b': x}}, ingress: [{}]", "'k8s:a:b' is not a label key.")]
    [TestCase("endpointSelector: {matchExpressions: [{key: a, operator: In}]}, ingress: [{}]", "In needs at least one value.")]
    [TestCase("endpointSelector: {matchExpressions: [{key: a, operator: NotIn, values: []}]}, ingress: [{}]", "NotIn needs at least one value.")]
    [TestCase("endpointSelector: {matchExpressions: [{key: a, operator: Exists, values: [x]}]}, ingress: [{}]", "Exists takes no values.")]
    [TestCase("endpointSelector: {matchExpressions: [{key: a, operator: In, values: [-x]}]}, ingress: [{}]", "'-x' is not a label value.")]
    [TestCase("nodeSelector: {}, ingress: [{}]", "A policy of a namespace cannot select nodes.")]
    [TestCase(Head + "ingress: [{toPorts: [{ports: [{port: '80'}], rules: {http: [{}]}}]}]", "Layer 7 rules stand on a port that is not TCP alone.")]
    [TestCase(Head + "ingress: [{toPorts: [{ports: [{port: '0', protocol: TCP}], rules: {http: [{}]}}]}]", "Layer 7 rules stand on port 0.")]
    [TestCase(Head + "ingress: [{toPorts: [{ports: [{port: '80', protocol: TCP}], rules: {http: [{path: '('}]}}]}]", "'(' is not a regular expression.")]
    [TestCase(Head + "ingress: [{toPorts: [{ports: [{port: '53'}], rules: {dns: [{matchPattern: '*'}]}}]}]", "Rules for DNS stand in an ingress rule.")]
    [TestCase(Head + "egress: [{toPorts: [{ports: [{port: '53', endPort: 54}], rules: {dns: [{matchPattern: '*'}]}}]}]", "Rules for DNS stand on a range of ports.")]
    [TestCase(Head + "egress: [{toPorts: [{rules: {dns: [{matchPattern: '*'}]}}]}]", "Rules for DNS stand without ports.")]
    [TestCase(Head + "ingress: [{toPorts: [{ports: [{port: '80'}], listener: {name: a, envoyConfig: {name: b}}}]}]", "A listener stands in an ingress rule.")]
    [TestCase(Head + "egress: [{toPorts: [{ports: [{port: '80', protocol: TCP}], serverNames: [a.b], rules: {http: [{}]}}]}]", "Names of servers stand beside layer 7 rules without 'terminatingTLS'.")]
    public void The_API_server_stores_and_the_agent_refuses(string spec, string problem)
    {
        var reading = Read(Policy(spec));
        reading.IsRejected.ShouldBeFalse();
        reading.Count.ShouldBe(0);
        var finding = reading.Findings.First(finding => finding.Consequence == ReadConsequence.IgnoredByAgent).Diagnostic;
        finding.Message.ShouldContain(problem);
        finding.Message.ShouldEndWith("The agent refuses the object, and nothing of it is enforced.");
        finding.Position.IsKnown.ShouldBeTrue();
    }

    [TestCase(Head + "ingress: [{fromPods: [{}]}]", "spec.ingress[0].fromPods", "There is no field 'fromPods' here. The API server drops it, and the rest acts without it.")]
    [TestCase(Head + "ingress: [{}], egressDeny: [{toFQDNs: [{matchName: a.b}]}]", "spec.egressDeny[0].toFQDNs", "There is no field 'toFQDNs' here. The API server drops it, and the rest acts without it.")]
    [TestCase(Head + "ingressDeny: [{toPorts: [{ports: [{port: '80', protocol: TCP}], rules: {http: [{}]}}]}]", "spec.ingressDeny[0].toPorts[0].rules", "There is no field 'rules' here. The API server drops it, and the rest acts without it.")]
    public void The_API_server_drops(string spec, string path, string problem)
    {
        var reading = Read(Policy(spec));
        reading.Count.ShouldBe(1);
        var finding = reading.Findings.Single(finding => finding.Consequence == ReadConsequence.Pruned);
        finding.Path.ShouldBe(path);
        finding.Diagnostic.Message.ShouldBe($"CiliumNetworkPolicy shop/p: '{path}': {problem}");
    }

    [TestCase("nodeSelector: {}, ingress: [{}]", "The rule selects nodes: it is a host policy.")]
    [TestCase(Head + "egress: [{toGroups: [{aws: {securityGroupsIds: [sg-1]}}]}]", "The addresses of a cloud's groups are known to the cloud only.")]
    [TestCase(Head + "ingress: [{fromEndpoints: [{}], authentication: {mode: required}}]", "Whether both ends authenticate each other is not known.")]
    [TestCase(Head + "ingress: [{icmps: [{fields: [{type: 256}]}]}]", "256 is no type that a packet can have, and the agent takes it all the same.")]
    [TestCase(Head + "ingress: [{toPorts: [{ports: [{port: '0', protocol: VRRP}]}]}]", "Protocols without ports need an agent that runs with 'enable-extended-ip-protocols'.")]
    [TestCase(Head + "egress: [{toServices: [{k8sService: {serviceName: a}}]}]", "Which Services are meant is not clear without a namespace.")]
    [TestCase("endpointSelector: {matchLabels: {app: a, 'any:app': b}}, ingress: [{}]", "'app' and 'any:app' are the same key, and which of the two counts is left to chance.")]
    [TestCase(Head + "ingress: [{fromEndpoints: [{matchLabels: {'cidr:10.0.0.0/8': ''}}]}]", "'cidr:10.0.0.0/8' selects addresses by their labels.")]
    public void What_is_not_modelled_is_said_and_left_out(string spec, string problem)
    {
        var reading = Read(Clusterwide(spec));
        reading.IsModelled.ShouldBeFalse();
        reading.Count.ShouldBe(0);
        reading.Findings.Single(finding => finding.Consequence == ReadConsequence.NotModelled).Diagnostic.Message
            .ShouldEndWith($"{problem} PolicyKit does not model this, so it says nothing about what the object selects.");
    }

    [Test]
    public void Forty_ports_are_the_most_in_one_entry()
    {
        Read(Policy($"{Head}ingress: [{{toPorts: [{{ports: [{Ports(40)}]}}]}}]")).Count.ShouldBe(1);
        Read(Policy($"{Head}ingress: [{{toPorts: [{{ports: [{Ports(41)}]}}]}}]")).IsRejected.ShouldBeTrue();
        var deny = Read(Policy($"{Head}ingressDeny: [{{toPorts: [{{ports: [{Ports(41)}]}}]}}]"));
        deny.IsRejected.ShouldBeFalse();
        deny.Findings.ShouldHaveSingleItem().Diagnostic.Message.ShouldContain("There are 41 ports in one entry, and 40 are allowed. The agent refuses the object");

        static string Ports(int count) => string.Join(", ", Enumerable.Range(1, count).Select(port => FormattableString.Invariant($"{{port: '{port}'}}")));
    }

    [Test]
    public void An_empty_list_of_rules_is_said_to_enforce_nothing_with_the_mend()
    {
        var finding = Read(Policy(Head + "ingress: []")).Findings.ShouldHaveSingleItem();
        finding.ToString().ShouldBe("policy.yaml(4,1): error PK5003: CiliumNetworkPolicy shop/p: 'spec': The rule has no item in 'ingress', 'ingressDeny', 'egress' or 'egressDeny'. The agent refuses the object, and nothing of it is enforced. To deny everything, write 'ingress: [{fromEntities: [none]}]', or 'egress: [{toEntities: [none]}]'.");
    }

    [Test]
    public void An_empty_rule_is_said_to_allow_nobody()
    {
        var finding = Read(Policy(Head + "ingress: [{}]")).Findings.ShouldHaveSingleItem();
        finding.ToString().ShouldEndWith("warning PK5003: CiliumNetworkPolicy shop/p: 'spec.ingress[0]': The item is empty: in Cilium it matches nobody, and still denies the rest. Write 'fromEntities: [none]' to say so, or 'fromEntities: [all]' to allow everybody.");
    }

    [Test]
    public void A_foreign_namespace_is_said_to_be_overwritten() =>
        Read(Policy("endpointSelector: {matchLabels: {'k8s:io.kubernetes.pod.namespace': ops}}, ingress: [{fromEntities: [none]}]")).Findings.ShouldHaveSingleItem().Diagnostic.Message
            .ShouldEndWith("A policy selects pods of its own namespace only: Cilium reads 'ops' as 'shop'.");

    [TestCase("cilium.io/v1", "There is no CiliumNetworkPolicy in 'cilium.io/v1'. The API server refuses the object.")]
    [TestCase("cilium.io/v2alpha1", "There is no CiliumNetworkPolicy in 'cilium.io/v2alpha1'. The API server refuses the object.")]
    public void Another_version_is_refused(string version, string problem) =>
        Read(Policy(Head + "ingress: [{}]").Replace("cilium.io/v2", version, StringComparison.Ordinal)).Findings.ShouldHaveSingleItem().Diagnostic.Message.ShouldEndWith(problem);

    [Test]
    public void A_policy_without_any_rule_is_refused_since_1_20_and_inert_before()
    {
        const string yaml = "apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: {name: p, namespace: shop}\n";
        Read(yaml).IsRejected.ShouldBeTrue();
        var older = Read(yaml, Newest with { Version = new(1, 19) });
        older.IsRejected.ShouldBeFalse();
        older.Findings.ShouldHaveSingleItem().Consequence.ShouldBe(ReadConsequence.IgnoredByAgent);
    }
}
