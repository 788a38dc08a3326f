using PolicyKit.Verification.Reading;
using static PolicyKit.Verification.Tests.Engines.Calico.CalicoYaml;

namespace PolicyKit.Verification.Tests.Engines.Calico;

/// <summary>Tiers, network sets, staged kinds, what is about hosts, and the form that passes no API server of Calico.</summary>
internal sealed class CalicoOtherKindsTests
{
    [TestCase("Tier", "default", "order: 1000000, defaultAction: Deny", null)]
    [TestCase("Tier", "kube-admin", "order: 1000, defaultAction: Pass", null)]
    [TestCase("Tier", "mine", "", null)]
    [TestCase("Tier", "mine", "order: -0.5", null)]
    [TestCase("Tier", "default", "order: 5", "The tier 'default' is part of Calico, and is changed here.")]
    [TestCase("Tier", "kube-baseline", "order: 10000000", "The tier 'kube-baseline' is part of Calico, and is changed here.")]
    [TestCase("Tier", "mine", "defaultAction: Allow", "'Allow' is not a default action.")]
    [TestCase("Tier", "a.b", "", "'a.b' is not a name for this kind.")]
    [TestCase("GlobalNetworkSet", "set", "nets: [10.0.0.1, 10.0.0.5/8, 'fd00::/8']", null)]
    [TestCase("GlobalNetworkSet", "set", "", null)]
    [TestCase("GlobalNetworkSet", "set", "nets: [10.0.0.0/33]", "'10.0.0.0/33' is neither a network nor an address.")]
    [TestCase("GlobalNetworkSet", "set", "nets: [10.0.0.1, 10.0.0.1]", "'10.0.0.1' is written twice.")]
    [TestCase("GlobalNetworkPolicy", "g", "types: [Ingress], applyOnForward: true", null)]
    [TestCase("GlobalNetworkPolicy", "g", "types: [Ingress], namespaceSelector: global()", "global() has no meaning here.")]
    [TestCase("GlobalNetworkPolicy", "g", "types: [Ingress], doNotTrack: true", "doNotTrack needs applyOnForward.")]
    [TestCase("GlobalNetworkPolicy", "g", "types: [Ingress], applyOnForward: true, preDNAT: true, doNotTrack: true", "preDNAT and doNotTrack exclude each other.")]
    [TestCase("GlobalNetworkPolicy", "g", "types: [Egress], applyOnForward: true, preDNAT: true", "A policy before translation has no egress.")]
    [TestCase("GlobalNetworkPolicy", "g", "types: [Ingress], ingress: [{action: Allow, source: {services: {name: s}}}]", "A global policy has no namespace that the Service could be in.")]
    [TestCase("StagedGlobalNetworkPolicy", "g", "stagedAction: Delete, order: 1", "A staged deletion has a spec of its own.")]
    [TestCase("StagedGlobalNetworkPolicy", "g", "stagedAction: set, types: [Ingress]", "'set' is not a staged action.")]
    public void The_API_server_accepts_or_refuses(string kind, string name, string spec, string? problem)
    {
        var reading = ReadingOf(Global(spec, name, kind));
        reading.Findings.Where(finding => finding.Consequence != ReadConsequence.Accepted).Select(finding => finding.Consequence).ShouldBe(problem is null ? [] : [ReadConsequence.RejectedByApiServer]);
        if (problem is not null) reading.Findings[0].Diagnostic.Message.ShouldContain($": {problem} The API server refuses the object.");
        reading.Count.ShouldBe(problem is null ? 1 : 0);
    }

    [Test]
    public void A_network_set_may_not_say_in_which_namespace_it_is() =>
        ReadingOf(NetworkSet("projectcalico.org/namespace: ops", "")).Findings.ShouldHaveSingleItem().Diagnostic.Message.ShouldContain("Calico sets the label 'projectcalico.org/namespace' itself.");

    [Test]
    public void A_staged_NetworkPolicy_of_Kubernetes_is_held_to_its_rules() =>
        ReadingOf(Policy("podSelector: {}, ingress: [{from: [{}]}]", kind: "StagedKubernetesNetworkPolicy")).Findings.ShouldHaveSingleItem().Diagnostic.Message.ShouldContain("The peer says nothing.");

    [TestCase("GlobalNetworkPolicy", "types: [Ingress], applyOnForward: true, doNotTrack: true", "A policy with doNotTrack is about host endpoints.")]
    [TestCase("GlobalNetworkPolicy", "types: [Ingress], applyOnForward: true, preDNAT: true", "A policy with preDNAT is about host endpoints.")]
    [TestCase("GlobalNetworkPolicy", "types: [Ingress], ingress: [{action: Allow, http: {methods: [GET], paths: [{exact: /}]}}]", "Whether HTTP is looked at depends on Calico's application layer policy; without it the rule allows the whole connection.")]
    [TestCase("GlobalNetworkPolicy", "types: [Ingress], ingress: [{action: Allow, protocol: TCP, notICMP: {type: 8}}]", "What data planes make of an excluded type of ICMP without the protocol differs.")]
    [TestCase("HostEndpoint", "node: n1", "A host endpoint puts policies on the host itself.")]
    public void What_is_about_hosts_or_requests_is_not_modelled(string kind, string spec, string problem)
    {
        var reading = ReadingOf(Global(spec, kind: kind));
        var finding = reading.Findings.ShouldHaveSingleItem();
        finding.Consequence.ShouldBe(ReadConsequence.NotModelled);
        finding.Diagnostic.Message.ShouldContain($"{problem} PolicyKit does not model this, so it says nothing about what the object selects.");
        reading.IsModelled.ShouldBeFalse();
        reading.Count.ShouldBe(0);
    }

    [Test]
    public void Brackets_beyond_what_the_judge_reads_are_not_modelled() =>
        ReadingOf(Policy($"types: [Ingress], selector: '{new string('(', 101)}all(){new string(')', 101)}'")).Findings.ShouldHaveSingleItem().Consequence.ShouldBe(ReadConsequence.NotModelled);

    [TestCase("projectcalico.org/v1")]
    [TestCase("crd.projectcalico.org/v3")]
    public void Other_versions_do_not_exist(string version) =>
        ReadingOf(Policy("types: [Ingress]").Replace("projectcalico.org/v3", version, StringComparison.Ordinal)).Findings.ShouldHaveSingleItem().Diagnostic.Message.ShouldContain($"There is no NetworkPolicy in '{version}'.");

    [Test]
    public void Kinds_that_are_no_policies_are_left_alone() => ReadingOf(Global("cidr: 10.0.0.0/8", kind: "IPPool")).Findings.ShouldBeEmpty();

    // Without types: what the API server fills in from the rules, and what the agent takes where no API server has looked.
    [TestCase("selector: all()", "deny", "allow", "deny")]
    [TestCase("egress: []", "deny", "allow", "deny")]
    [TestCase("egress: [{action: Deny}]", "allow", "deny", "deny")]
    [TestCase("ingress: [{action: Deny}], egress: [{action: Deny}]", "deny", "deny", "deny")]
    public void Types_are_filled_in_or_not(string spec, string ingress, string egress, string storedEgress)
    {
        JudgeOf(Policy(spec)).Ask("ops/tool > shop/web TCP/80").ShouldBe(ingress);
        JudgeOf(Policy(spec)).Ask("shop/web > ops/tool TCP/80").ShouldBe(egress);
        JudgeOf(Stored(Policy(spec))).Ask("shop/web > ops/tool TCP/80").ShouldBe(storedEgress);
        JudgeOf(Stored(Policy(spec))).Ask("ops/tool > shop/web TCP/80").ShouldBe("deny");
        ReadingOf(Policy(spec)).Findings.ShouldHaveSingleItem().Diagnostic.ShouldSatisfyAllConditions(found => found.Id.ShouldBe("PK5004"), found => found.Severity.ShouldBe(Severity.Warning));
        ReadingOf(Stored(Policy(spec))).Findings.Select(finding => (finding.Diagnostic.Id, finding.Diagnostic.Severity)).ShouldBe([("PK5004", Severity.Warning), ("PK5004", Severity.Error)]);
    }

    [TestCase("types: [Ingress], selector: 'a'", ReadConsequence.IgnoredByAgent)]
    [TestCase("types: [Ingress], ingress: [{action: Allow, protocol: tcp}]", ReadConsequence.IgnoredByAgent)]
    [TestCase("types: [Ingress], ingress: [{action: Allow, destination: {ports: [80]}}]", ReadConsequence.IgnoredByAgent)]
    [TestCase("types: [Ingress], ingress: [{action: Allow, protocol: TCP, destination: {ports: ['8000-9000']}}]", ReadConsequence.IgnoredByAgent)]
    [TestCase("types: [Ingress], ingress: [{action: allow}]", ReadConsequence.RejectedByApiServer)]
    [TestCase("types: [Inbound]", ReadConsequence.RejectedByApiServer)]
    [TestCase("types: [Ingress], selector: global()", ReadConsequence.NotModelled)]
    [TestCase("types: [Ingress], ingress: [{action: Allow, destination: {services: {name: s, namespace: ns}}}]", ReadConsequence.NotModelled)]
    [TestCase("types: [Ingress], selectr: all()", ReadConsequence.Pruned)]
    [TestCase("types: [Ingress], order: null", ReadConsequence.Pruned)]
    public void The_stored_form_meets_a_schema_and_then_the_agent(string spec, ReadConsequence consequence) =>
        ReadingOf(Stored(Policy(spec))).Findings.Select(finding => finding.Consequence).ShouldBe([ReadConsequence.Accepted, consequence]);

    [TestCase("nets: [10.1.0.3]", "ops/tool", "allow", TestName = "A bare address in the stored form is its network")]
    [TestCase("nets: [10.1.0.9/28]", "ops/tool", "allow", TestName = "and host bits are masked")]
    [TestCase("nets: [nonsense, 8.0.0.0/8]", "ops/tool", "deny", TestName = "What is no network is skipped")]
    [TestCase("nets: [nonsense]", "ops/tool", "allow", TestName = "and a list that is left empty is everybody")]
    [TestCase("nets: ['fd00::/8'], notNets: [8.0.0.0/8]", "ops/tool", "deny", TestName = "Lists of two families leave nothing")]
    [TestCase("nets: ['fd00::/8', 10.0.0.0/8]", "ops/tool", "allow", TestName = "One list of two families is of both")]
    [TestCase("notNets: [0.0.0.0/0]", "ops/tool", "deny", TestName = "Everything excluded leaves nothing")]
    public void The_agent_reads_networks_as_it_can(string source, string from, string verdict) =>
        JudgeOf(Stored(Policy($"types: [Ingress], ingress: [{{action: Allow, source: {{{source}}}}}]"))).Ask($"{from} > shop/web TCP/80").ShouldBe(verdict);

    [Test]
    public void The_stored_form_may_have_any_name_of_Kubernetes() =>
        ReadingOf(Stored(Policy("types: [Ingress]", "a.b.c"))).Count.ShouldBe(1);
}
