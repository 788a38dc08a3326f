namespace PolicyKit.Tests.Engines.Cilium;

/// <summary>Who objects to what below <c>toPorts</c>, as a table of facts.</summary>
public sealed class CiliumPortRulesTests
{
    private static readonly string FortyOne = string.Join(", ", Enumerable.Range(1, 41).Select(number => $"{{ port: '{number}' }}"));

    private static IEnumerable<TestCaseData> Rules()
    {
        // Ports.
        yield return Port("port: '80', protocol: TCP", "");
        yield return Port("port: '80'", "");
        yield return Port("port: '0', protocol: ANY", "");
        yield return Port("port: http, protocol: SCTP", "");
        yield return Port("port: HTTP", "");
        yield return Port("port: 8a", "");
        yield return Port("port: '80', endPort: 90, protocol: TCP", "");
        yield return Port("port: 80", "api toPorts[0].ports[0].port: a text is expected, not a whole number");
        yield return Port("port: ''", "api toPorts[0].ports[0].port: '' is not a port", "agent toPorts[0].ports[0]: '' is neither a number from 0 to 65535 nor a port name");
        yield return Port("port: '-1'", "api toPorts[0].ports[0].port: '-1' is not a port", "agent toPorts[0].ports[0]: '-1' is neither a number from 0 to 65535 nor a port name");
        yield return Port("port: '65536'", "agent toPorts[0].ports[0]: '65536' is neither a number from 0 to 65535 nor a port name");
        yield return Port("port: '080'", "agent toPorts[0].ports[0]: '080' is neither a number from 0 to 65535 nor a port name");
        yield return Port("port: 80abc!", "agent toPorts[0].ports[0]: '80abc!' is neither a number from 0 to 65535 nor a port name");
        yield return Port("port: abcdefghijklmnop", "agent toPorts[0].ports[0]: 'abcdefghijklmnop' is neither a number from 0 to 65535 nor a port name");
        yield return Port("port: a_b", "agent toPorts[0].ports[0]: 'a_b' is neither a number from 0 to 65535 nor a port name");
        yield return Port("port: a--b", "agent toPorts[0].ports[0]: 'a--b' is neither a number from 0 to 65535 nor a port name");
        yield return Port("port: '80', protocol: tcp", "api toPorts[0].ports[0].protocol: 'tcp' is not one of TCP, UDP, SCTP and ANY");
        yield return Port("port: '80', endPort: 65536", "api toPorts[0].ports[0].endPort: 65536 is not a number from 0 to 65535");
        yield return Port("port: '90', endPort: 80", "we toPorts[0].ports[0]: 80 is below the port, and the port stands alone then");
        yield return Port("port: http, endPort: 90", "we toPorts[0].ports[0]: beside a name it is a range on ingress, and nothing on egress");
        yield return Port("port: '0', endPort: 90", "we toPorts[0].ports[0]: beside '0' some versions read it as a range, and others as every port");
        yield return Rule("ingress", $"toPorts: [{{ ports: [{FortyOne}] }}]", "api toPorts[0].ports: it has 41 items, and 40 are the most", "agent toPorts[0].ports: it has 41 ports, and 40 are the most");
        yield return Rule("ingressDeny", $"toPorts: [{{ ports: [{FortyOne}] }}]", "agent toPorts[0].ports: it has 41 ports, and 40 are the most");
        yield return Rule("ingress", "toPorts: [{ ports: [] }]", "we toPorts[0]: an entry without ports allows nothing");
        yield return Rule("egressDeny", "toPorts: [{}]", "we toPorts[0]: an entry without ports denies nothing");
        yield return Rule("ingress", "{ fromEntities: [all], toPorts: [] }", "we toPorts: an empty list is every port");

        // Layer 7.
        yield return Rule("ingress", "toPorts: [{ ports: [{ port: '80', protocol: TCP }], rules: { http: [{ method: GET, path: '/a.*' }] } }]");
        yield return Rule("ingress", "toPorts: [{ ports: [{ port: '80', protocol: TCP }], rules: { http: [{ path: '(' }] } }]", "agent toPorts[0].rules.http[0]: '(' is not a regular expression");
        yield return Rule("ingress", "toPorts: [{ ports: [{ port: '80', protocol: TCP }], rules: { http: [{ path: '(?=a)' }] } }]", "agent toPorts[0].rules.http[0]: '(?=a)' is not a regular expression");
        yield return Rule("ingress", "toPorts: [{ ports: [{ port: '80' }], rules: { http: [{}] } }]", "agent toPorts[0].rules: each of its ports has to say TCP");
        yield return Rule("ingress", "toPorts: [{ ports: [{ port: '0', protocol: TCP }], rules: { http: [{}] } }]", "agent toPorts[0].rules: such rules do not take port 0");
        yield return Rule("ingress", "toPorts: [{ ports: [{ port: '80', protocol: TCP }], rules: {} }]", "api toPorts[0].rules: it has none of 'http', 'dns', 'kafka', 'l7proto'");
        yield return Rule("ingressDeny", "toPorts: [{ ports: [{ port: '80', protocol: TCP }], rules: { http: [{}] } }]", "lost toPorts[0].rules: nobody knows this key here");
        yield return Rule("egress", "toPorts: [{ ports: [{ port: '53', protocol: ANY }], rules: { dns: [{ matchPattern: '*' }] } }]");
        yield return Rule("ingress", "toPorts: [{ ports: [{ port: '53' }], rules: { dns: [{ matchPattern: '*' }] } }]", "agent toPorts[0].rules: DNS rules are for egress");
        yield return Rule("egress", "toPorts: [{ ports: [{ port: '53', endPort: 54 }], rules: { dns: [{ matchPattern: '*' }] } }]", "agent toPorts[0].rules: DNS rules take no ranges of ports");
        yield return Rule("egress", "toPorts: [{ ports: [{ port: '0' }], rules: { dns: [{ matchPattern: '*' }] } }]", "agent toPorts[0].rules: DNS rules do not take port 0");
        yield return Rule("egress", "toPorts: [{ ports: [{ port: '53' }], rules: { dns: [{ matchPattern: 'a b' }] } }]", "api toPorts[0].rules.dns[0].matchPattern: 'a b' is not a pattern of host names of at most 255 characters");
        yield return Rule("egress", "toPorts: [{ ports: [{ port: '443', protocol: TCP }], serverNames: [] }]", "api toPorts[0].serverNames: it may not be empty");
        yield return Rule("egress", "toPorts: [{ ports: [{ port: '443', protocol: TCP }], serverNames: [a.b], rules: { http: [{}] } }]", "agent toPorts[0]: beside serverNames, rules need terminatingTLS");
        yield return Rule("egress", "toPorts: [{ ports: [{ port: '80', protocol: TCP }], listener: { name: l, priority: 101, envoyConfig: { kind: CiliumEnvoyConfig, name: e } } }]", "api toPorts[0].listener.priority: 101 is not a number from 1 to 100");
        yield return Rule("ingress", "toPorts: [{ ports: [{ port: '80', protocol: TCP }], listener: { name: l, envoyConfig: { name: e } } }]", "agent toPorts[0]: a listener is for egress");
        yield return Rule("egress", "toPorts: [{ ports: [{ port: '80', protocol: TCP }], terminatingTLS: {} }]", "api toPorts[0].terminatingTLS: it has no 'secret'");

        // Host names.
        yield return Rule("egress", "toFQDNs: [{ matchName: a.example.com }, { matchPattern: '*.example.com' }, { matchName: A.B. }]");
        yield return Rule("egress", "toFQDNs: [{ matchName: a.b, matchPattern: '*' }]", "api toFQDNs[0]: it has more than one of 'matchName', 'matchPattern'");
        yield return Rule("egress", "toFQDNs: [{ matchName: '*.b' }]", "api toFQDNs[0].matchName: '*.b' is not a host name of at most 255 characters");
        yield return Rule("egressDeny", "toFQDNs: [{ matchName: a.b }]", "lost toFQDNs: nobody knows this key here");
    }

    [TestCaseSource(nameof(Rules))]
    public void A_rule_has_the_findings_of_its_own(string section, string rule, string[] findings) => CiliumFindings.OfRule(section, rule).ShouldBe(findings);

    private static TestCaseData Port(string port, params string[] findings) => Rule("ingress", $"toPorts: [{{ ports: [{{ {port} }}] }}]", findings);

    private static TestCaseData Rule(string section, string rule, params string[] findings) =>
        new TestCaseData(section, rule, findings is [""] ? [] : findings).SetArgDisplayNames(section, rule.Length > 120 ? rule[..120] : rule);
}
