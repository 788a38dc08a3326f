using PolicyKit.Verification.Reading;
using static PolicyKit.Verification.Tests.Asked;
using static PolicyKit.Verification.Tests.Engines.Calico.CalicoYaml;

namespace PolicyKit.Verification.Tests.Engines.Calico;

/// <summary>Calico's policies beside those of Kubernetes, and staged policies beside enforced ones.</summary>
internal sealed class CalicoMixtureTests
{
    private const string Web = "selector: app == 'web', types: [Ingress], ";
    private const string Probe = "ops/tool > shop/web TCP/80";
    private static readonly string KubernetesAllows = NetworkPolicy("{podSelector: {}, ingress: [{}]}", "m");
    private static readonly string KubernetesIsolates = NetworkPolicy("{podSelector: {}}", "m");

    [TestCase("order: 999, ", "deny", TestName = "A Deny before 1000 overrules a NetworkPolicy")]
    [TestCase("order: 1001, ", "allow", TestName = "behind it does not")]
    [TestCase("", "allow", TestName = "nor does one without an order")]
    [TestCase("order: 1000, ", "deny", TestName = "At 1000 the name decides")]
    public void A_NetworkPolicy_stands_at_1000_in_the_default_tier(string order, string verdict) =>
        JudgeOf(KubernetesAllows, Policy($"{order}{Web}ingress: [{{action: Deny}}]", "a")).Ask(Probe).ShouldBe(verdict);

    [Test]
    public void A_name_behind_that_of_the_NetworkPolicy_comes_after_it() =>
        JudgeOf(KubernetesAllows, Policy("order: 1000, " + Web + "ingress: [{action: Deny}]", "z")).Ask(Probe).ShouldBe("allow");

    [Test]
    public void A_Calico_Allow_adds_to_what_NetworkPolicies_allow() =>
        JudgeOf(KubernetesIsolates, Policy(Web + "ingress: [{action: Allow}]")).Ask(Probe).ShouldBe("allow");

    [Test]
    public void A_Pass_in_the_default_tier_passes_NetworkPolicies_by() =>
        JudgeOf(KubernetesIsolates, Policy("order: 1, " + Web + "ingress: [{action: Pass}]")).Ask(Probe).ShouldBe("allow");

    [Test]
    public void A_NetworkPolicy_never_sees_network_sets()
    {
        var anyPod = NetworkPolicy("{podSelector: {}, ingress: [{from: [{namespaceSelector: {}}]}]}");
        JudgeOf(GlobalNetworkSet("a: b", "8.8.8.8/32"), NetworkSet("a: b", "8.8.8.8/32"), anyPod).Ask("ip:8.8.8.8 > shop/web TCP/80").ShouldBe("deny");
    }

    private static string Cluster(string tier, string rules) => ClusterPolicy($"tier: {tier}, priority: 10, subject: {{namespaces: {{}}}}, {rules}", tier == "Admin" ? "admin" : "baseline");

    [TestCase("Admin", "Deny", "order: 10, ", "deny", TestName = "An admin Deny goes before the default tier")]
    [TestCase("Baseline", "Deny", "order: 10, ", "allow", TestName = "A baseline Deny after it")]
    [TestCase("Admin", "Pass", "order: 10, ", "allow", TestName = "An admin Pass asks the default tier")]
    public void ClusterNetworkPolicies_stand_around_the_default_tier(string tier, string action, string order, string verdict) =>
        JudgeOf(Cluster(tier, $"ingress: [{{action: {action}, from: [{{namespaces: {{}}}}]}}]"), Policy($"{order}{Web}ingress: [{{action: Allow}}]")).Ask(Probe).ShouldBe(verdict);

    [Test]
    public void A_tier_of_order_below_1000_goes_before_the_admin_tier() =>
        JudgeOf(
            Tier("first", "order: 999, defaultAction: Pass"), Global($"tier: first, {Web}ingress: [{{action: Allow}}]", "first.p"),
            Cluster("Admin", "ingress: [{action: Deny, from: [{namespaces: {}}]}]")).Ask(Probe).ShouldBe("allow");

    [TestCase("namespaces: {}", "deny", TestName = "A peer by namespaces sees the network sets in them")]
    [TestCase("namespaces: {matchLabels: {team: shop}}", "deny", TestName = "by the labels of the namespace")]
    [TestCase("namespaces: {matchLabels: {team: ops}}", "allow", TestName = "and no others")]
    [TestCase("namespaces: {matchExpressions: [{key: team, operator: DoesNotExist}]}", "allow", TestName = "nor by labels it has")]
    [TestCase("namespaces: {matchExpressions: [{key: team, operator: NotIn, values: [ops]}]}", "deny", TestName = "or lacks")]
    [TestCase("pods: {podSelector: {}}", "allow", TestName = "A peer by pods does not")]
    public void A_ClusterNetworkPolicy_and_network_sets(string peer, string verdict) =>
        JudgeOf(NetworkSet("a: b", "8.8.8.8/32"), Cluster("Admin", $"ingress: [{{action: Deny, from: [{{{peer}}}]}}]")).Ask("ip:8.8.8.8 > shop/web TCP/80").ShouldBe(verdict);

    [TestCase("protocols: [{destinationNamedPort: http}]", "TCP/9000", "allow", TestName = "A port name of a ClusterNetworkPolicy does not count through a set")]
    [TestCase("protocols: [{tcp: {destinationPort: {number: 9000}}}, {destinationNamedPort: http}]", "TCP/9000", "deny", TestName = "a number beside it does")]
    [TestCase("protocols: [{tcp: {destinationPort: {number: 80}}}, {udp: {destinationPort: {number: 9000}}}]", "TCP/9000", "allow", TestName = "for its own protocol")]
    public void A_ClusterNetworkPolicy_and_port_names(string protocols, string traffic, string verdict) =>
        JudgeOf(
            NetworkSet("a: b", "10.1.0.2/32", "ops"),
            ClusterPolicy($"tier: Admin, priority: 1, subject: {{namespaces: {{}}}}, egress: [{{action: Deny, to: [{{namespaces: {{matchLabels: {{team: ops}}}}}}], {protocols}}}]"))
        .Ask($"kube-system/dns > shop/db {traffic}").ShouldBe(verdict);

    [TestCase("Accept", "allow", TestName = "An Accept that cannot be converted is dropped")]
    [TestCase("Deny", "deny", TestName = "A Deny becomes a Deny of everything")]
    [TestCase("Pass", "deny", TestName = "and so does a Pass")]
    public void What_cannot_be_converted_fails_closed(string action, string verdict) =>
        JudgeOf(Cluster("Admin", $"ingress: [{{action: {action}, from: [{{namespaces: {{matchExpressions: [{{key: a, operator: in, values: [b]}}]}}}}]}}]")).Ask("ip:8.8.8.8 > shop/web TCP/80").ShouldBe(verdict);

    [Test]
    public void Calico_is_taken_for_the_enforcer_where_only_it_has_the_kinds()
    {
        var reading = ReadingOf(ClusterProfile.Unknown, KubernetesIsolates, Tier("t", "order: 1"));
        Judge.Of(reading, CalicoYaml.Cluster).Answers.ShouldBe(Judge.Of(reading, CalicoYaml.Cluster, Profile(Enforcer.Calico)).Answers);
        Judge.Of(reading, CalicoYaml.Cluster, Profile(Enforcer.KubeNetworkPolicies)).Answers.ShouldNotBe(Judge.Of(reading, CalicoYaml.Cluster, Profile(Enforcer.Calico)).Answers);
    }

    [TestCase("StagedNetworkPolicy", "", "deny", TestName = "A staged policy")]
    [TestCase("StagedNetworkPolicy", "stagedAction: Set, ", "deny", TestName = "that would be set")]
    [TestCase("StagedNetworkPolicy", "stagedAction: Learn, ", "deny", TestName = "or learns")]
    [TestCase("StagedNetworkPolicy", "stagedAction: Ignore, ", "deny", TestName = "or is ignored")]
    [TestCase("StagedGlobalNetworkPolicy", "", "deny", TestName = "or is global")]
    public void Staged_policies_act_only_on_the_pending_verdict(string kind, string action, string pending, string enforced = "allow")
    {
        var spec = $"{action}{Web}ingress: [{{action: Deny}}]";
        var reading = ReadingOf(kind == "StagedNetworkPolicy" ? Policy(spec, kind: kind) : Global(spec, kind: kind));
        Judge.Of(reading, CalicoYaml.Cluster).Ask(Probe).ShouldBe(enforced);
        Judge.Of(reading.WithStagedEnforced(), CalicoYaml.Cluster).Ask(Probe).ShouldBe(pending);
    }

    [Test]
    public void A_staged_NetworkPolicy_of_Kubernetes_is_pending_too()
    {
        var reading = ReadingOf(Policy("podSelector: {}, ingress: []", kind: "StagedKubernetesNetworkPolicy"));
        Judge.Of(reading, CalicoYaml.Cluster).Ask(Probe).ShouldBe("allow");
        Judge.Of(reading.WithStagedEnforced(), CalicoYaml.Cluster).Ask(Probe).ShouldBe("deny");
    }

    [TestCase("StagedNetworkPolicy", "stagedAction: Delete")]
    [TestCase("StagedNetworkPolicy", "stagedAction: Delete, tier: default")]
    [TestCase("StagedKubernetesNetworkPolicy", "stagedAction: Delete")]
    public void Nobody_previews_a_deletion(string kind, string spec)
    {
        var reading = ReadingOf(Policy(spec, kind: kind), KubernetesAllows);
        reading.Findings.Where(finding => finding.Consequence != ReadConsequence.Accepted).ShouldBeEmpty();
        Judge.Of(reading.WithStagedEnforced(), CalicoYaml.Cluster).Ask(Probe).ShouldBe("allow");
        Judge.Of(ReadingOf(Policy(spec, kind: kind)).WithStagedEnforced(), CalicoYaml.Cluster).Ask(Probe).ShouldBe("allow");
    }

    [Test]
    public void A_tier_of_nothing_but_staged_policies_ends_for_nobody()
    {
        string[] documents = [Tier("early", "order: 1"), Global("tier: early, types: [Ingress]", "early.p", "StagedGlobalNetworkPolicy")];
        JudgeOf(documents).Ask(Probe).ShouldBe("allow");
    }

    [Test]
    public void A_staged_policy_of_the_name_and_order_of_an_enforced_one_comes_after_it()
    {
        var reading = ReadingOf(Policy(Web + "ingress: [{action: Allow}]"), Policy(Web + "ingress: [{action: Deny}]", kind: "StagedNetworkPolicy"));
        Judge.Of(reading.WithStagedEnforced(), CalicoYaml.Cluster).Ask(Probe).ShouldBe("allow");
    }
}
