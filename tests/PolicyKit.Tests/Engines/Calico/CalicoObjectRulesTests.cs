using static PolicyKit.Tests.Engines.Calico.CalicoFindings;

namespace PolicyKit.Tests.Engines.Calico;

/// <summary>What Calico's API server says of whole objects, by kind and version.</summary>
public sealed class CalicoObjectRulesTests
{
    [TestCase("NetworkPolicy", "tier: default, order: -1.5, selector: all(), serviceAccountSelector: has(a), types: [Egress, Ingress], performanceHints: [AssumeNeededOnEveryNode]")]
    [TestCase("GlobalNetworkPolicy", "types: [Ingress], namespaceSelector: \"a == 'b'\", doNotTrack: true, applyOnForward: true, preDNAT: false")]
    [TestCase("StagedNetworkPolicy", "types: [Ingress], stagedAction: Learn")]
    [TestCase("StagedGlobalNetworkPolicy", "stagedAction: Delete, tier: x")]
    [TestCase("NetworkSet", "nets: [10.0.0.1, 10.0.0.5/24, 0.0.0.0/0, '2001:db8::1', '2001:db8::1/32', 'fd00:0:0:0::/64', '::1/0']")]
    [TestCase("GlobalNetworkSet", "")]
    [TestCase("Tier", "order: 5, defaultAction: Pass")]
    public void A_sound_object_has_no_finding(string kind, string spec) => In(Policy(spec, kind)).ShouldBeEmpty();

    [TestCase("NetworkPolicy", "types: [Ingress, Ingress]", "spec.types: item 1 is there already")]
    [TestCase("NetworkPolicy", "types: [ingress]", "spec.types[0]: 'ingress' is neither Ingress nor Egress")]
    [TestCase("NetworkPolicy", "types: [Ingress], order: '5'", "spec.order: a number is expected, not a text")]
    [TestCase("NetworkPolicy", "types: [Ingress], selector: \"a == 'b'\\n\"", "spec.selector: 'a == 'b'\\u000A' is not a selector: '&&' or '||' is expected, not '\\u000A'")]
    [TestCase("NetworkPolicy", "types: [Ingress], serviceAccountSelector: global()", "spec.serviceAccountSelector: global() may only stand in the namespaceSelector of a source or destination")]
    [TestCase("NetworkPolicy", "types: [Ingress], tier: a.b", "spec.tier: 'a.b' is not the name of a tier")]
    [TestCase("NetworkPolicy", "types: [Ingress], performanceHints: [x]", "spec.performanceHints[0]: 'x' is not AssumeNeededOnEveryNode")]
    [TestCase("NetworkPolicy", "types: [Ingress], ingress: {}", "spec.ingress: a list is expected, not a map")]
    [TestCase("StagedNetworkPolicy", "types: [Ingress], stagedAction: set", "spec.stagedAction: 'set' is not one of Set, Delete, Learn and Ignore")]
    [TestCase("StagedNetworkPolicy", "stagedAction: Delete, types: [Ingress]", "spec.types: beside 'stagedAction: Delete' only the tier may be said")]
    [TestCase("GlobalNetworkPolicy", "types: [Ingress], namespaceSelector: global()", "spec.namespaceSelector: global() may only stand in the namespaceSelector of a source or destination")]
    [TestCase("GlobalNetworkPolicy", "types: [Ingress], doNotTrack: true, preDNAT: true, applyOnForward: true", "spec: preDNAT and doNotTrack exclude each other")]
    [TestCase("GlobalNetworkPolicy", "types: [Ingress], doNotTrack: true", "spec: preDNAT and doNotTrack need applyOnForward")]
    [TestCase("GlobalNetworkPolicy", "types: [Egress], preDNAT: true, applyOnForward: true", "spec: preDNAT is for ingress alone")]
    [TestCase("GlobalNetworkPolicy", "types: [Ingress], doNotTrack: 'yes'", "spec.doNotTrack: true or false is expected, not a text")]
    [TestCase("GlobalNetworkPolicy", "types: [Ingress], ingress: [{ action: Allow, source: { services: { name: a } } }]", "spec.ingress[0].source.services: it has no namespace")]
    [TestCase("NetworkSet", "nets: [10.0.0.0/33]", "spec.nets[0]: '10.0.0.0/33' is neither a network nor an address")]
    [TestCase("NetworkSet", "nets: ['fe80::1%eth0']", "spec.nets[0]: 'fe80::1%eth0' is neither a network nor an address")]
    [TestCase("NetworkSet", "nets: ['::1/129']", "spec.nets[0]: '::1/129' is neither a network nor an address")]
    [TestCase("NetworkSet", "nets: ['::1/']", "spec.nets[0]: '::1/' is neither a network nor an address")]
    [TestCase("NetworkSet", "nets: [a.example.com]", "spec.nets[0]: 'a.example.com' is neither a network nor an address")]
    [TestCase("GlobalNetworkSet", "nets: [10.0.0.1, 10.0.0.1]", "spec.nets: item 1 is there already")]
    [TestCase("Tier", "defaultAction: Allow", "spec.defaultAction: 'Allow' is neither Deny nor Pass")]
    public void The_API_server_refuses(string kind, string spec, string finding) => In(Policy(spec, kind)).ShouldBe([finding + " (the API server refuses it)."]);

    [TestCase("NetworkPolicy", "types: [Ingress], doNotTrack: true", "spec.doNotTrack: nobody knows this key here (the API server drops it).")]
    [TestCase("NetworkPolicy", "types: [Ingress], stagedAction: Set", "spec.stagedAction: nobody knows this key here (the API server drops it).")]
    [TestCase("NetworkSet", "allowedEgressDomains: [a.example.com]", "spec.allowedEgressDomains: nobody knows this key here (the API server drops it).")]
    [TestCase("NetworkPolicy", "", "spec: it has no types, and what is then assumed depends on who validates it (we refuse it).")]
    [TestCase("NetworkPolicy", "types: [Ingress], ingress: []", "spec.ingress: an empty list says nothing, and without types it is read in two ways (we refuse it).")]
    [TestCase("NetworkPolicy", "types: [Ingress], egress: [{ action: Allow }]", "spec.egress: types does not name the direction, so the rules do nothing (we refuse it).")]
    public void What_is_dropped_or_read_in_two_ways_is_said(string kind, string spec, string finding) => In(Policy(spec, kind)).ShouldBe([finding]);

    [TestCase("default", "order: 1000000", null)]
    [TestCase("default", "order: 1000000.0, defaultAction: Deny", null)]
    [TestCase("default", "", "order 1000000 and defaultAction Deny")]
    [TestCase("kube-admin", "order: 1000", "order 1000 and defaultAction Pass")]
    [TestCase("kube-baseline", "order: 10000000, defaultAction: Pass", null)]
    public void The_tiers_that_are_always_there_cannot_be_anything_else(string name, string spec, string? what) =>
        In(Policy(spec, "Tier", name)).ShouldBe(what is null ? [] : [$"spec: the tier '{name}' has {what} (the API server refuses it)."]);

    [TestCase("NetworkPolicy", "a.b.c", "'a.b.c' has more than one dot")]
    [TestCase("GlobalNetworkPolicy", "knp.default.a", "'knp.default.a' has more than one dot")]
    [TestCase("NetworkPolicy", "knp.default.a", null)]
    [TestCase("NetworkPolicy", "a.b", null)]
    [TestCase("NetworkPolicy", "default.b", null)]
    [TestCase("Tier", "a.b", "'a.b' is not the name of a tier: a tier has at most 63 characters and no dot")]
    [TestCase("NetworkSet", "a.b.c", null)]
    public void Names_have_few_dots(string kind, string name, string? problem) =>
        In(Policy(kind is "Tier" or "NetworkSet" ? "" : "types: [Ingress]", kind, name)).ShouldBe(problem is null ? [] : [$"metadata.name: {problem} (the API server refuses it)."]);

    [TestCase("a", "default", null)]
    [TestCase("default.a", "default", null)]
    [TestCase("x.a", "x", null)]
    [TestCase("x.a", "default", "'x.a' does not begin with its tier 'default'")]
    [TestCase("a", "x", "'a' does not begin with its tier: before Calico 3.32 it has to be 'x.a'")]
    public void Before_3_32_a_policy_is_named_after_its_tier(string name, string tier, string? problem)
    {
        In(Policy($"types: [Ingress], tier: {tier}", name: name), Of(3, 31)).ShouldBe(problem is null ? [] : [$"metadata.name: {problem} (the API server refuses it)."]);
        In(Policy($"types: [Ingress], tier: {tier}", name: name), Of(3, 32)).ShouldBeEmpty();
    }

    [TestCase("Tier", "order: 1", 29, "the object: Calico 3.28 has no Tier (the API server refuses it).")]
    [TestCase("StagedNetworkPolicy", "types: [Ingress]", 30, "the object: Calico 3.29 has no StagedNetworkPolicy (the API server refuses it).")]
    [TestCase("NetworkPolicy", "types: [Ingress], tier: default", 29, "spec.tier: Calico 3.28 has no tiers (the API server drops it).")]
    [TestCase("NetworkPolicy", "types: [Ingress], ingress: [{ action: Allow, source: { notNets: [0.0.0.0/0] } }]", null, null)]
    public void What_came_with_a_version_is_not_there_before(string kind, string spec, int? since, string? finding)
    {
        In(Policy(spec, kind), Of(3, (since ?? 31) - 1)).ShouldBe(finding is null ? [] : [finding]);
        if (since is not null) In(Policy(spec, kind), Of(3, since.Value)).ShouldBeEmpty();
    }

    [Test]
    public void Lists_and_selectors_are_counted_by_the_API_server_from_3_33_on_and_by_us_before()
    {
        var nets = string.Join(", ", Enumerable.Range(0, 257).Select(number => $"10.0.{number / 256}.{number % 256}/32"));
        var ports = string.Join(", ", Enumerable.Range(1, 51));
        var yaml = Policy($"types: [Ingress], selector: \"a == '{new string('x', 1100)}'\", ingress: [{{ action: Allow, protocol: TCP, source: {{ nets: [{nets}] }}, destination: {{ ports: [{ports}] }} }}]");

        string[] findings = ["spec.selector: 1107 characters are more than 1024", "spec.ingress[0].source.nets: 257 networks are more than 256", "spec.ingress[0].destination.ports: 51 ports are more than 50"];
        In(yaml, Of(3, 33)).ShouldBe(findings.Select(one => one + " (the API server refuses it)."));
        In(yaml, Of(3, 32)).ShouldBe(findings.Select(one => one + " (we refuse it)."));
    }

    [Test]
    public void Objects_of_the_cluster_have_no_namespace() =>
        In("apiVersion: projectcalico.org/v3\nkind: Tier\nmetadata: { name: a, namespace: b }\nspec: {}\n").ShouldBe(["metadata.namespace: this kind has no namespace (the API server drops it)."]);

    [Test]
    public void A_set_may_not_carry_the_label_that_Calico_keeps_for_itself() =>
        In("apiVersion: projectcalico.org/v3\nkind: NetworkSet\nmetadata: { name: a, labels: { projectcalico.org/namespace: b } }\nspec: {}\n")
            .ShouldBe(["metadata.labels.projectcalico.org/namespace: Calico keeps this label for itself (the API server refuses it)."]);

    [Test]
    public void Without_a_spec_nothing_is_said() =>
        In("apiVersion: projectcalico.org/v3\nkind: NetworkPolicy\nmetadata: { name: a }\n").ShouldBe(["the object: it has no spec (the API server refuses it)."]);
}
