namespace PolicyKit.Tests.Engines.Cilium;

/// <summary>Who objects to what, as a table of facts: the API server, which refuses or drops; the agent, which refuses what was stored; we.</summary>
public sealed class CiliumRulesTests
{
    private static readonly string Long = new('a', 64);

    private static IEnumerable<TestCaseData> Rules()
    {
        // Peers.
        yield return Ingress("fromEntities: [all]", "");
        yield return Ingress("fromEntities: [host, remote-node, world, cluster, init, ingress, unmanaged, health, none, kube-apiserver]", "");
        yield return Ingress("fromEntities: [world-ipv4]", "api fromEntities[0]: 'world-ipv4' is not one of all, world, cluster, host, init, ingress, unmanaged, remote-node, health, none and kube-apiserver");
        yield return Ingress("fromEndpoints: [{}]", "");
        yield return Ingress("{ fromEndpoints: [{}], fromCIDR: [10.0.0.0/8] }", "agent : it has several kinds of peers; each kind needs a rule of its own, with the ports repeated");
        yield return Egress("{ toEntities: [world], toCIDRSet: [{ cidr: 10.0.0.0/8 }] }", "agent : it has several kinds of peers; each kind needs a rule of its own, with the ports repeated");
        yield return Ingress("{ fromEndpoints: [], fromEntities: [world] }", "we fromEndpoints: an empty list is nobody");
        yield return Egress("{ toFQDNs: [], toPorts: [{ ports: [{ port: '443', protocol: TCP }] }] }", "we toFQDNs: an empty list is everyone where there are ports");
        yield return Ingress("fromNodes: [{}]", "agent fromNodes: an agent without 'enable-node-selector-labels' does not take it");
        yield return Ingress("fromRequires: [{}]", "we fromRequires: 'fromRequires' is gone in 1.19");
        yield return Egress("toServices: [{ k8sService: { serviceName: s, namespace: shop } }]", "");
        yield return Egress("{ toServices: [{ k8sService: { serviceName: s } }], toPorts: [{ ports: [{ port: '80', protocol: TCP }] }] }", "we toServices: while a Service is missing, its ports are open toward everyone");
        yield return Egress("toServices: [{ k8sServiceSelector: { namespace: shop } }]", "api toServices[0].k8sServiceSelector: it has no 'selector'");
        yield return Ingress("fromFQDNs: [{ matchName: a.b }]", "lost fromFQDNs: nobody knows this key here");
        yield return Ingress("fromPods: [{}]", "lost fromPods: nobody knows this key here");

        // Networks.
        yield return Egress("toCIDRSet: [{ cidr: 10.0.0.0/8, except: [10.1.0.0/16] }]", "");
        yield return Egress("toCIDR: [1.2.3.4]", "api toCIDR[0]: '1.2.3.4' is not a network");
        yield return Egress("toCIDR: [10.0.0.0/33]", "api toCIDR[0]: '10.0.0.0/33' is not a network");
        yield return Egress("toCIDR: ['fe80::1%eth0/64']", "api toCIDR[0]: 'fe80::1%eth0/64' is not a network");
        yield return Egress("toCIDR: [010.0.0.0/8]", "agent toCIDR[0]: '010.0.0.0/8' has a number with a leading zero");
        yield return Egress("toCIDR: [10.0.0.0/08]", "agent toCIDR[0]: '10.0.0.0/08' has a number with a leading zero");
        yield return Egress("toCIDR: [10.0.0.5/8]", "we toCIDR[0]: '10.0.0.5/8' is not the canonical spelling of a network");
        yield return Egress("toCIDR: ['::ffff:10.0.0.0/104']", "we toCIDR[0]: '::ffff:10.0.0.0/104' is not the canonical spelling of a network");
        yield return Egress("toCIDRSet: [{ cidr: 10.0.0.0/8, except: [192.168.0.0/16] }]", "agent toCIDRSet[0].except[0]: '192.168.0.0/16' is not inside '10.0.0.0/8'");
        yield return Egress("toCIDRSet: [{ cidr: 10.0.0.0/8, except: ['2001:db8::/32'] }]", "agent toCIDRSet[0].except[0]: '2001:db8::/32' is not inside '10.0.0.0/8'");
        yield return Egress("toCIDRSet: [{ cidr: 10.0.0.0/8, except: [10.0.0.0/8] }]", "we toCIDRSet[0].except[0]: '10.0.0.0/8' leaves nothing of '10.0.0.0/8'");
        yield return Egress("toCIDRSet: [{}]", "api toCIDRSet[0]: it has none of 'cidr', 'cidrGroupRef', 'cidrGroupSelector'");
        yield return Egress("toCIDRSet: [{ cidr: 10.0.0.0/8, cidrGroupRef: g }]", "api toCIDRSet[0]: it has more than one of 'cidr', 'cidrGroupRef', 'cidrGroupSelector'");
        yield return Egress("toCIDRSet: [{ cidrGroupRef: G_1 }]", "api toCIDRSet[0].cidrGroupRef: 'G_1' is not a name");
        yield return Egress("toCIDRSet: [{ cidrGroupSelector: {} }]", "");

        // Selectors.
        yield return Ingress("fromEndpoints: [{ matchLabels: { 'k8s:app': web, 'reserved:host': '' } }]", "");
        yield return Ingress("fromEndpoints: [{ matchLabels: { a: -x } }]", "api fromEndpoints[0].matchLabels.a: '-x' is not a label value");
        yield return Ingress("fromEndpoints: [{ matchLabels: { 'a b': x } }]", "agent fromEndpoints[0].matchLabels: 'a b' is not a label key, or too long with its source before it");
        yield return Ingress("fromEndpoints: [{ matchLabels: { 'k8s:a:b': x } }]", "agent fromEndpoints[0].matchLabels: 'k8s:a:b' is not a label key, or too long with its source before it");
        yield return Ingress($"fromEndpoints: [{{ matchLabels: {{ {Long}: x }} }}]", $"agent fromEndpoints[0].matchLabels: '{Long}' is not a label key, or too long with its source before it");
        yield return Ingress("fromEndpoints: [{ matchLabels: { app: a, 'any:app': b } }]", "we fromEndpoints[0].matchLabels: 'app' and 'any:app' are one key, and either value may win");
        yield return Ingress("fromEndpoints: [{ matchExpressions: [{ key: a, operator: in, values: [x] }] }]", "api fromEndpoints[0].matchExpressions[0].operator: 'in' is not one of In, NotIn, Exists and DoesNotExist");
        yield return Ingress("fromEndpoints: [{ matchExpressions: [{ key: a, operator: NotIn, values: [] }] }]", "agent fromEndpoints[0].matchExpressions[0]: In and NotIn need values");
        yield return Ingress("fromEndpoints: [{ matchExpressions: [{ key: a, operator: Exists, values: [x] }] }]", "agent fromEndpoints[0].matchExpressions[0]: Exists and DoesNotExist take no values");
        yield return Ingress("fromEndpoints: [{ matchExpressions: [{ key: a b, operator: Exists }] }]", "agent fromEndpoints[0].matchExpressions[0]: 'a b' is not a label key, or too long with its source before it");
        yield return Ingress("fromEndpoints: [{ matchExpressions: [{ key: a, operator: In, values: [-x] }] }]", "agent fromEndpoints[0].matchExpressions[0]: '-x' is not a label value");
        yield return Ingress("fromEndpoints: [null]", "api fromEndpoints[0]: a map is expected, not a null");
        yield return Ingress("fromEndpoints: [{ selectionExpression: 'a == \"b\"' }]", "lost fromEndpoints[0].selectionExpression: nobody knows this key here");

        // ICMP and authentication.
        yield return Ingress("icmps: [{ fields: [{ type: 8 }, { type: EchoRequest, family: IPv6 }, { type: '128', family: IPv6 }] }]", "");
        yield return Ingress("icmps: [{ fields: [{ type: RouterSolicitation, family: IPv4 }] }]", "agent icmps[0].fields[0]: 'RouterSolicitation' is not a type of IPv4");
        yield return Ingress("icmps: [{ fields: [{ type: Nonsense }] }]", "api icmps[0].fields[0].type: 'Nonsense' is not an ICMP type");
        yield return Ingress("icmps: [{ fields: [{ type: 8, family: ipv4 }] }]", "api icmps[0].fields[0].family: 'ipv4' is not one of IPv4 and IPv6");
        yield return Ingress("icmps: [{ fields: [{ type: 256 }] }]", "we icmps[0].fields[0]: 256 is not an ICMP type");
        yield return Ingress("icmps: [{ fields: [{ type: 0 }] }]", "we icmps[0].fields[0]: type 0 matches every type");
        yield return Ingress("{ icmps: [{ fields: [{ type: 8 }] }], toPorts: [{ ports: [{ port: '80' }] }] }", "agent : icmps may not stand beside toPorts");
        yield return Ingress("{ fromEndpoints: [{}], authentication: { mode: x } }", "api authentication.mode: 'x' is not one of disabled, required and test-always-fail");
    }

    [TestCaseSource(nameof(Rules))]
    public void A_rule_has_the_findings_of_its_own(string section, string rule, string[] findings) => CiliumFindings.OfRule(section, rule).ShouldBe(findings);

    private static TestCaseData Ingress(string rule, string finding) => Case("ingress", rule, finding);

    private static TestCaseData Egress(string rule, string finding) => Case("egress", rule, finding);

    private static TestCaseData Case(string section, string rule, string finding) =>
        new TestCaseData(section, rule, finding.Length == 0 ? [] : new[] { finding }).SetArgDisplayNames(section, rule);
}
