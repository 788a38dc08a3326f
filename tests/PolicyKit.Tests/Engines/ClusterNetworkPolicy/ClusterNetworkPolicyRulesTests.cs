using PolicyKit.Engines.ClusterNetworkPolicy;
using PolicyKit.Manifests;

namespace PolicyKit.Tests.Engines.ClusterNetworkPolicy;

/// <summary>What the API server, the agent and we say of an object, on both channels.</summary>
public sealed class ClusterNetworkPolicyRulesTests
{
    private const string Sound = "";

    private static IEnumerable<TestCaseData> Objects()
    {
        yield return Case("spec: { tier: Admin, priority: 0, subject: { namespaces: {} } }", Sound);
        yield return Case("spec: { tier: Baseline, priority: 1000, subject: { pods: { namespaceSelector: {}, podSelector: {} } } }", Sound);
        yield return Case("metadata: { name: t }", "the object: it has no spec (the API server refuses it).");
        yield return Case("spec: { priority: 0, subject: { namespaces: {} } }", "spec: it has no tier (the API server refuses it).");
        yield return Case("spec: { tier: admin, priority: 0, subject: { namespaces: {} } }", "spec.tier: 'admin' is neither Admin nor Baseline (the API server refuses it).");
        yield return Case("spec: { tier: Admin, subject: { namespaces: {} } }", "spec: it has no priority (the API server refuses it).");
        yield return Case("spec: { tier: Admin, priority: 1001, subject: { namespaces: {} } }", "spec.priority: 1001 is not a priority; priorities are 0 to 1000 (the API server refuses it).");
        yield return Case("spec: { tier: Admin, priority: -1, subject: { namespaces: {} } }", "spec.priority: -1 is not a priority; priorities are 0 to 1000 (the API server refuses it).");
        yield return Case("spec: { tier: Admin, priority: '10', subject: { namespaces: {} } }", "spec.priority: a whole number is expected, not a text (the API server refuses it).");
        yield return Case("spec: { tier: Admin, priority: 0 }", "spec: it has no subject (the API server refuses it).");
        yield return Case("spec: { tier: Admin, priority: 0, subject: {} }", "spec.subject: it has none of namespaces and pods (the API server refuses it).");
        yield return Case("spec: { tier: Admin, priority: 0, subject: { namespaces: {}, pods: { namespaceSelector: {}, podSelector: {} } } }", "spec.subject: it has more than one of namespaces and pods (the API server refuses it).");
        yield return Case("spec: { tier: Admin, priority: 0, subject: { pods: { namespaceSelector: {} } } }", "spec.subject.pods: it has no podSelector (the API server refuses it).");
        yield return Case("spec: { tier: Admin, priority: 0, subject: { namespaces: { namespaceSelector: {} } } }", "spec.subject.namespaces.namespaceSelector: nobody knows this key here (the API server drops it).");
        yield return Case("spec: { tier: Admin, priority: 0, subject: { pods: { podSelector: {} } } }", "spec.subject.pods: it has no namespaceSelector, and is then for every namespace (we refuse it).");
        yield return Case("spec: { tier: Admin, priority: 0, subject: { namespaces: {} }, ingress: [] }", "spec.ingress: an empty list has no effect here, and isolates on other engines (we refuse it).");
        yield return Case("spec: { tier: Admin, priority: 0, subject: { namespaces: { matchLabels: { 'a b': c } } } }", "spec.subject.namespaces.matchLabels.a b: 'a b' is not a label key (the agent refuses it).");
        yield return Case("spec: { tier: Admin, priority: 0, subject: { namespaces: { matchExpressions: [{ key: k, operator: In }] } } }", "spec.subject.namespaces.matchExpressions[0].operator: In and NotIn need values (the agent refuses it).");
        yield return Case("spec: { tier: Admin, priority: 0, subject: { namespaces: { matchExpressions: [{ key: k }] } } }", "spec.subject.namespaces.matchExpressions[0]: it has no operator (the API server refuses it).");
        yield return Case("metadata: { name: t, labels: { 'a b': c } }\nspec: { tier: Admin, priority: 0, subject: { namespaces: {} } }", "metadata.labels.a b: 'a b' is not a label key (the API server refuses it).");
    }

    private static IEnumerable<TestCaseData> Ingress()
    {
        yield return Case("{ action: Accept, from: [{ namespaces: {} }] }", Sound);
        yield return Case("{ from: [{ namespaces: {} }] }", "spec.ingress[0]: it has no action (the API server refuses it).");
        yield return Case("{ action: Allow, from: [{ namespaces: {} }] }", "spec.ingress[0].action: 'Allow' is not one of Accept, Deny and Pass (the API server refuses it).");
        yield return Case("{ action: Deny }", "spec.ingress[0]: it has no from (the API server refuses it).");
        yield return Case("{ action: Deny, from: [] }", "spec.ingress[0].from: the list is empty (the API server refuses it).");
        yield return Case("{ action: Deny, from: [{}] }", "spec.ingress[0].from[0]: it has none of namespaces and pods (the API server refuses it).");
        yield return Case("{ action: Deny, from: [{ networks: [0.0.0.0/0] }] }",
            "spec.ingress[0].from[0].networks: nobody knows this key here (the API server drops it).", "spec.ingress[0].from[0]: it has none of namespaces and pods (the API server refuses it).");
        yield return Case("{ action: Deny, from: [{ namespaces: null }] }",
            "spec.ingress[0].from[0].namespaces: it has no value (the API server drops it).", "spec.ingress[0].from[0]: it has none of namespaces and pods (the API server refuses it).");
        yield return Case($"{{ action: Deny, name: {new string('n', 100)}, from: [{{ namespaces: {{}} }}] }}", Sound);
        yield return Case($"{{ action: Deny, name: {new string('n', 101)}, from: [{{ namespaces: {{}} }}] }}", "spec.ingress[0].name: a name has at most 100 characters (the API server refuses it).");
        yield return Case($"{{ action: Deny, from: [{Times(25, "{ namespaces: {} }")}] }}", Sound);
        yield return Case($"{{ action: Deny, from: [{Times(26, "{ namespaces: {} }")}] }}", "spec.ingress[0].from: 26 items are too many; it takes 25 (the API server refuses it).");
        yield return Case(Times(26, "{ action: Deny, from: [{ namespaces: {} }] }"), "spec.ingress: 26 items are too many; it takes 25 (the API server refuses it).");
    }

    private static IEnumerable<TestCaseData> Protocols()
    {
        yield return Case("{ tcp: { destinationPort: { number: 65535 } } }", Sound);
        yield return Case("{ sctp: { destinationPort: { range: { start: 1, end: 65535 } } } }", Sound);
        yield return Case("{ destinationNamedPort: http }", Sound);
        yield return Case("", "spec.egress[0].protocols: the list is empty (the API server refuses it).");
        yield return Case(Times(26, "{ destinationNamedPort: http }"), "spec.egress[0].protocols: 26 items are too many; it takes 25 (the API server refuses it).");
        yield return Case("{ tcp: {} }", "spec.egress[0].protocols[0].tcp: it has no destinationPort (the API server refuses it).");
        yield return Case("{ icmp: {} }", "spec.egress[0].protocols[0].icmp: nobody knows this key here (the API server drops it).", "spec.egress[0].protocols[0]: it has none of tcp, udp, sctp and destinationNamedPort (the API server refuses it).");
        yield return Case("{ tcp: { destinationPort: { number: 1 } }, udp: { destinationPort: { number: 1 } } }", "spec.egress[0].protocols[0]: it has more than one of tcp, udp, sctp and destinationNamedPort (the API server refuses it).");
        yield return Case("{ udp: { destinationPort: {} } }", "spec.egress[0].protocols[0].udp.destinationPort: it has none of number and range (the API server refuses it).");
        yield return Case("{ udp: { destinationPort: { number: 0 } } }", "spec.egress[0].protocols[0].udp.destinationPort.number: 0 is not a port; ports are 1 to 65535 (the API server refuses it).");
        yield return Case("{ udp: { destinationPort: { number: '80' } } }", "spec.egress[0].protocols[0].udp.destinationPort.number: a whole number is expected, not a text (the API server refuses it).");
        yield return Case("{ tcp: { destinationPort: { range: { start: 80, end: 80 } } } }", "spec.egress[0].protocols[0].tcp.destinationPort.range: the start 80 is not below the end 80; a single port is a number (the API server refuses it).");
        yield return Case("{ tcp: { destinationPort: { range: { start: 80 } } } }", "spec.egress[0].protocols[0].tcp.destinationPort.range: it has no end (the API server refuses it).");
        yield return Case("{ destinationNamedPort: '' }", "spec.egress[0].protocols[0].destinationNamedPort: no container port can be called '' (we refuse it).");
    }

    private static IEnumerable<TestCaseData> Destinations()
    {
        yield return Peer("{ networks: [10.0.0.0/8, fd00::/8] }", "Accept", Sound, Sound);
        yield return Peer("{ networks: [10.1.2.3/8] }", "Accept", "spec.egress[0].to[0].networks[0]: '10.1.2.3/8' has bits set behind its prefix (we refuse it).");
        yield return Peer("{ networks: [fd00::1/8] }", "Accept", "spec.egress[0].to[0].networks[0]: 'fd00::1/8' has bits set behind its prefix (we refuse it).");
        yield return Peer("{ networks: [10.1.2.3] }", "Accept", "spec.egress[0].to[0].networks[0]: '10.1.2.3' is not a network (the API server refuses it).");
        yield return Peer("{ networks: [010.0.0.0/8] }", "Accept", "spec.egress[0].to[0].networks[0]: '010.0.0.0/8' is not a network (the API server refuses it).");
        yield return Peer("{ networks: [10.0.0.0/33] }", "Accept", "spec.egress[0].to[0].networks[0]: '10.0.0.0/33' is not a network (the API server refuses it).");
        yield return Peer("{ networks: ['::ffff:10.0.0.0/104'] }", "Accept", "spec.egress[0].to[0].networks[0]: '::ffff:10.0.0.0/104' is not a network (the API server refuses it).");
        yield return Peer($"{{ networks: ['{new string('0', 44)}'] }}", "Accept", "spec.egress[0].to[0].networks[0]: a network has at most 43 characters (the API server refuses it).");
        yield return Peer("{ networks: [10.0.0.0/8, 10.0.0.0/8] }", "Accept", "spec.egress[0].to[0].networks[1]: it is in the list already (the API server refuses it).");
        yield return Peer("{ networks: [10.0.0.0/8], namespaces: {} }", "Accept",
            "spec.egress[0].to[0]: it has more than one of namespaces, pods and networks (the API server refuses it).",
            "spec.egress[0].to[0]: it has more than one of namespaces, pods, networks, nodes and domainNames (the API server refuses it).");
        yield return Peer("{ nodes: {} }", "Deny", "spec.egress[0].to[0].nodes: nobody knows this key here (the API server drops it).|spec.egress[0].to[0]: it has none of namespaces, pods and networks (the API server refuses it).", Sound);
        yield return Experimental("{ domainNames: ['*.example.com'] }", "Accept", Sound);
        yield return Experimental("{ domainNames: [example.com.] }", "Accept", Sound);
        yield return Experimental("{ domainNames: [^.example.com] }", "Accept", Sound);
        yield return Experimental("{ domainNames: [example.com] }", "Deny", "spec.egress[0]: host names stand in rules that accept, and in no others (the agent refuses it).");
        foreach (var name in (string[])["localhost", "*", "a.*.example.com", "**.example.com", "example.com\\n"])
            yield return Experimental($"{{ domainNames: [\"{name}\"] }}", "Accept", $"spec.egress[0].to[0].domainNames[0]: '{name.Replace("\\n", "\n", StringComparison.Ordinal)}' is not a host name of two labels or more (the API server refuses it).");
    }

    [TestCaseSource(nameof(Objects))]
    public void An_object_is_judged(string parts, string[] findings) => Findings(parts, ReleaseChannel.Standard).ShouldBe(findings);

    [TestCaseSource(nameof(Ingress))]
    public void An_ingress_rule_is_judged(string rules, string[] findings) =>
        Findings($"spec: {{ tier: Admin, priority: 0, subject: {{ namespaces: {{}} }}, ingress: [{rules}] }}", ReleaseChannel.Standard).ShouldBe(findings);

    [TestCaseSource(nameof(Protocols))]
    public void Protocols_are_judged(string protocols, string[] findings) => Findings(Egress($"{{ action: Deny, to: [{{ namespaces: {{}} }}], protocols: [{protocols}] }}"), ReleaseChannel.Standard).ShouldBe(findings);

    [TestCaseSource(nameof(Destinations))]
    public void A_destination_is_judged_on_each_channel(string peer, string action, string standard, string experimental)
    {
        var spec = Egress($"{{ action: {action}, to: [{peer}] }}");

        if (standard != "-") string.Join('|', Findings(spec, ReleaseChannel.Standard)).ShouldBe(standard);
        string.Join('|', Findings(spec, ReleaseChannel.Experimental)).ShouldBe(experimental);
    }

    [TestCase(ReleaseChannel.Standard, "spec.egress[0]: only pods have named ports, so this one matches nothing else (we refuse it).")]
    [TestCase(ReleaseChannel.Experimental, "spec.egress[0]: only pods have named ports (the API server refuses it).")]
    public void A_named_port_toward_networks_is_refused_by_one_channel_and_inert_in_the_other(ReleaseChannel channel, string finding) =>
        Findings(Egress("{ action: Accept, to: [{ namespaces: {} }, { networks: [10.0.0.0/8] }], protocols: [{ destinationNamedPort: http }] }"), channel).ShouldBe([finding]);

    private static string Egress(string rule) => $"spec: {{ tier: Admin, priority: 0, subject: {{ namespaces: {{}} }}, egress: [{rule}] }}";

    private static string[] Findings(string parts, ReleaseChannel channel)
    {
        var metadata = parts.StartsWith("metadata", StringComparison.Ordinal) ? "" : "metadata: { name: t }\n";
        var manifest = Manifest.Parse($"apiVersion: policy.networking.k8s.io/v1alpha2\nkind: ClusterNetworkPolicy\n{metadata}{parts}");
        var findings = new List<string>();
        ClusterNetworkPolicyRules.Check(manifest, new() { ClusterNetworkPolicy = new() { Channel = channel } }, finding => findings.Add($"{finding}"));
        return [.. findings];
    }

    private static string Times(int count, string item) => string.Join(", ", Enumerable.Repeat(item, count));

    private static TestCaseData Case(string yaml, params string[] findings) => new TestCaseData(yaml, findings is [Sound] ? [] : findings).SetArgDisplayNames(yaml[..Math.Min(90, yaml.Length)]);

    private static TestCaseData Peer(string yaml, string action, string standard, string? experimental = null) =>
        new TestCaseData(yaml, action, standard, experimental ?? standard).SetArgDisplayNames(yaml, action);

    private static TestCaseData Experimental(string yaml, string action, string finding) => Peer(yaml, action, "-", finding);
}
