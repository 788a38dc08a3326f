namespace PolicyKit.Tests.Engines.Cilium;

/// <summary>Who objects to what around the rules, and since which version, as a table of facts.</summary>
public sealed class CiliumObjectRulesTests
{
    private const string Head = "apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: { name: p, namespace: x }\n";
    private const string Isolated = "ingress: [{ fromEntities: [none] }]";

    private static IEnumerable<TestCaseData> Specs()
    {
        yield return Spec($"{{ endpointSelector: {{}}, {Isolated} }}");
        yield return Spec($"{{ {Isolated} }}", "api spec: it has none of 'endpointSelector', 'nodeSelector'");
        yield return Spec($"{{ endpointSelector: null, {Isolated} }}", "api spec: it has none of 'endpointSelector', 'nodeSelector'");
        yield return Spec($"{{ endpointSelector: {{}}, nodeSelector: {{}}, {Isolated} }}",
            "api spec: it has more than one of 'endpointSelector', 'nodeSelector'", "agent spec.nodeSelector: only a CiliumClusterwideNetworkPolicy selects nodes");
        yield return Spec("{ endpointSelector: {} }", "api spec: it has none of 'ingress', 'ingressDeny', 'egress', 'egressDeny'", "agent spec: without a rule it enforces nothing, and isolates nothing");
        yield return Spec("{ endpointSelector: {}, ingress: [] }", "we spec.ingress: an empty list isolates nothing: the direction stays open", "agent spec: without a rule it enforces nothing, and isolates nothing");
        yield return Spec($"{{ endpointSelector: {{}}, egress: [], {Isolated} }}", "we spec.egress: an empty list isolates nothing: the direction stays open");
        yield return Spec("{ endpointSelector: {}, ingress: [{}] }", "we spec.ingress[0]: a rule without peers and ports allows nothing, and everything in a NetworkPolicy");
        yield return Spec("{ endpointSelector: {}, egressDeny: [{}] }", "we spec.egressDeny[0]: a rule without peers and ports denies nothing");
        yield return Spec($"{{ endpointSelector: {{}}, {Isolated}, foo: 1 }}", "lost spec.foo: nobody knows this key here");
        yield return Spec($"{{ endpointSelector: {{}}, {Isolated}, enableDefaultDeny: {{ ingress: 'false' }} }}", "api spec.enableDefaultDeny.ingress: true or false is expected, not a text");
        yield return Spec($"{{ endpointSelector: {{}}, {Isolated}, log: {{ value: {new string('x', 33)} }} }}", $"api spec.log.value: '{new string('x', 33)}' is not a text of at most 32 printable characters");
        yield return Spec($"{{ endpointSelector: {{}}, {Isolated}, labels: [{{ value: b }}] }}", "api spec.labels[0]: it has no 'key'");
    }

    [TestCaseSource(nameof(Specs))]
    public void A_spec_has_the_findings_of_its_own(string spec, string[] findings) => CiliumFindings.OfSpec(spec).ShouldBe(findings);

    [TestCase("", "agent the object: it has neither spec nor specs")]
    [TestCase("specs: []", "we specs: an empty list enforces nothing")]
    [TestCase("specs: [{ endpointSelector: {} }]", "api specs[0]: it has none of 'ingress', 'ingressDeny', 'egress', 'egressDeny'", "agent specs[0]: without a rule it enforces nothing, and isolates nothing")]
    [TestCase("specs: [{ endpointSelector: {}, " + Isolated + " }]")]
    [TestCase("spec: { endpointSelector: {}, " + Isolated + " }\nfoo: 1", "lost foo: nobody knows this key here")]
    public void An_object_has_the_findings_of_its_own(string rest, params string[] findings) => CiliumFindings.Of(Head + rest).ShouldBe(findings);

    [Test]
    public void A_clusterwide_policy_may_select_nodes_but_has_no_requests_there()
    {
        const string head = "apiVersion: cilium.io/v2\nkind: CiliumClusterwideNetworkPolicy\nmetadata: { name: p }\n";

        CiliumFindings.Of($"{head}spec: {{ nodeSelector: {{}}, {Isolated} }}").ShouldBeEmpty();
        CiliumFindings.Of($"{head}spec: {{ nodeSelector: {{}}, ingress: [{{ toPorts: [{{ ports: [{{ port: '80', protocol: TCP }}], rules: {{ http: [{{}}] }} }}] }}] }}")
            .ShouldBe(["agent spec.ingress[0].toPorts[0].rules: a policy for nodes has no such rules"]);
    }

    // The first version that has it, and the finding in the one before.
    [TestCase("ingress", "toPorts: [{ ports: [{ port: '80', endPort: 90 }] }]", 16, "lost toPorts[0].ports[0].endPort: version 1.15 does not have this key")]
    [TestCase("egress", "toCIDRSet: [{ cidrGroupSelector: {} }]", 17, "lost toCIDRSet[0].cidrGroupSelector: version 1.16 does not have this key")]
    [TestCase("ingress", "fromGroups: [{ aws: { region: r } }]", 16, "lost fromGroups: version 1.15 does not have this key")]
    [TestCase("ingress", "toPorts: [{ ports: [{ port: '0', protocol: VRRP }] }]", 19, "api toPorts[0].ports[0].protocol: 'VRRP' is not one of TCP, UDP, SCTP and ANY")]
    [TestCase("ingress", "toPorts: [{ ports: [{ port: '0', protocol: ESP }] }]", 20, "api toPorts[0].ports[0].protocol: 'ESP' is not one of TCP, UDP, SCTP, VRRP, IGMP and ANY")]
    [TestCase("ingress", "fromEntities: [cluster-mesh]", 21, "api fromEntities[0]: 'cluster-mesh' is not one of all, world, cluster, host, init, ingress, unmanaged, remote-node, health, none and kube-apiserver")]
    public void What_came_with_a_version_is_not_there_before(string section, string rule, int since, string before)
    {
        CiliumFindings.OfRule(section, rule, new(1, since)).ShouldBeEmpty();
        CiliumFindings.OfRule(section, rule, new(1, since - 1)).ShouldContain(before);
    }

    [Test]
    public void The_switch_of_a_dry_run_came_with_1_16()
    {
        const string spec = $"{{ endpointSelector: {{}}, enableDefaultDeny: {{ ingress: false, egress: false }}, {Isolated} }}";

        CiliumFindings.OfSpec(spec, new(1, 16)).ShouldBeEmpty();
        CiliumFindings.OfSpec(spec, new(1, 15)).ShouldBe(["lost spec.enableDefaultDeny: version 1.15 does not have this key"]);
    }

    [TestCase("ingress", "toPorts: [{ ports: [{ port: '80', protocol: TCP }], rules: { kafka: [{ topic: t }] } }]", 20)]
    [TestCase("ingress", "fromRequires: [{}]", 19)]
    public void What_went_with_a_version_is_refused_from_then_on(string section, string rule, int gone)
    {
        CiliumFindings.OfRule(section, rule, new(1, gone - 1)).ShouldNotContain(finding => finding.StartsWith("api", StringComparison.Ordinal));
        CiliumFindings.OfRule(section, rule, new(1, gone)).ShouldContain(finding => finding.StartsWith("api", StringComparison.Ordinal));
    }

    [Test]
    public void Services_beside_ports_are_taken_since_1_17() =>
        CiliumFindings.OfRule("egress", "{ toServices: [{ k8sService: { serviceName: s } }], toPorts: [{ ports: [{ port: '80', protocol: TCP }] }] }", new(1, 16))
            .ShouldBe(["agent toServices: toServices may not stand beside toPorts"]);

    [TestCase(16, "we spec: without a rule it enforces nothing, and isolates nothing")]
    [TestCase(17, "agent spec: without a rule it enforces nothing, and isolates nothing")]
    public void Before_1_17_an_empty_section_was_taken_and_did_nothing(int minor, string finding) =>
        CiliumFindings.OfSpec("{ endpointSelector: {}, ingress: [] }", new(1, minor)).ShouldBe(["we spec.ingress: an empty list isolates nothing: the direction stays open", finding]);

    private static TestCaseData Spec(string spec, params string[] findings) => new TestCaseData(spec, findings).SetArgDisplayNames(spec);
}
