using static PolicyKit.Verification.Tests.Cilium.Ciliums;

namespace PolicyKit.Verification.Tests.Cilium;

/// <summary>What one Cilium policy means: sections, isolation, empty values.</summary>
internal sealed class CiliumMeaningTests
{
    private const string Web = "endpointSelector: {matchLabels: {'k8s:app': web}}, ";

    [TestCase("ingress: [{}]", "shop/db > shop/web TCP/80", "deny", TestName = "Cilium: an empty rule allows nobody")]
    [TestCase("ingress: [{}]", "node:n1 > shop/web TCP/80", "allow", TestName = "Cilium: but a pod's own node")]
    [TestCase("ingress: [{}]", "node:n2 > shop/web TCP/80", "deny", TestName = "Cilium: and no other node")]
    [TestCase("ingress: [{}]", "shop/web > shop/db TCP/80", "allow", TestName = "Cilium: the other direction stays open")]
    [TestCase("ingress: [{}]", "shop/web > shop/web TCP/80", "allow", TestName = "Cilium: a pod reaches itself")]
    [TestCase("ingress: [{}]", "ops/tool > ops/web TCP/80", "allow", TestName = "Cilium: pods of another namespace are not selected")]
    [TestCase("egress: [{}]", "shop/web > node:n1 TCP/80", "deny", TestName = "Cilium: egress to the own node is not free")]
    [TestCase("ingress: [{toPorts: []}]", "shop/db > shop/web TCP/80", "deny", TestName = "Cilium: empty toPorts alone is an empty rule")]
    [TestCase("ingress: [{icmps: []}]", "shop/db > shop/web TCP/80", "deny", TestName = "Cilium: so is empty icmps")]
    [TestCase("ingress: [{fromEntities: [none]}]", "shop/db > shop/web TCP/80", "deny", TestName = "Cilium: nobody said aloud")]
    [TestCase("ingress: [{fromEntities: [all]}]", "ip:8.8.8.8 > shop/web TCP/80", "allow", TestName = "Cilium: everybody said aloud")]
    [TestCase("ingressDeny: [{}]", "shop/db > shop/web TCP/80", "deny", TestName = "Cilium: an empty deny denies nobody, and the default denies all")]
    [TestCase("ingressDeny: [{}], enableDefaultDeny: {ingress: false}", "shop/db > shop/web TCP/80", "allow", TestName = "Cilium: an empty deny without default deny does nothing")]
    [TestCase("ingressDeny: [{fromEntities: [world]}]", "shop/db > shop/web TCP/80", "deny", TestName = "Cilium: a deny alone denies the rest too")]
    [TestCase("ingressDeny: [{fromEntities: [world]}], enableDefaultDeny: {ingress: false}", "shop/db > shop/web TCP/80", "allow", TestName = "Cilium: unless the default is off")]
    [TestCase("ingressDeny: [{fromEntities: [world]}], enableDefaultDeny: {ingress: false}", "ip:8.8.8.8 > shop/web TCP/80", "deny", TestName = "Cilium: the deny itself stays")]
    [TestCase("ingress: [{fromEntities: [all]}], ingressDeny: [{fromEndpoints: [{}]}]", "shop/db > shop/web TCP/80", "deny", TestName = "Cilium: a deny goes before an allow")]
    [TestCase("ingress: [{fromEntities: [all]}], ingressDeny: [{fromEndpoints: [{}]}]", "ops/tool > shop/web TCP/80", "allow", TestName = "Cilium: for whom it names only")]
    [TestCase("ingress: [{fromEntities: [all]}], ingressDeny: [{toPorts: [{ports: [{port: '80', protocol: TCP}]}]}]", "node:n1 > shop/web TCP/80", "deny", TestName = "Cilium: a deny of a port hits the own node too")]
    [TestCase("ingress: [{fromEntities: [all]}], ingressDeny: [{toPorts: [{ports: [{port: '80', protocol: TCP}]}]}]", "node:n1 > shop/web TCP/81", "allow", TestName = "Cilium: on that port only")]
    [TestCase("ingress: [{fromEntities: [all]}], ingressDeny: [{fromEntities: [host]}]", "node:n1 > shop/web TCP/80", "deny", TestName = "Cilium: the own node can be denied by name")]
    [TestCase("ingress: [{fromEndpoints: [{}]}], enableDefaultDeny: {ingress: false}", "ip:8.8.8.8 > shop/web TCP/80", "allow", TestName = "Cilium: allows without default deny restrict nothing")]
    [TestCase("ingress: [{}], enableDefaultDeny: {ingress: false}", "shop/db > shop/web TCP/80", "allow", TestName = "Cilium: an empty rule without default deny restricts nothing")]
    [TestCase("ingress: [{fromEndpoints: [{}]}], enableDefaultDeny: {egress: false}", "ip:8.8.8.8 > shop/web TCP/80", "deny", TestName = "Cilium: the flag of the other direction is not looked at")]
    [TestCase("ingress: [{fromEndpoints: [{}]}], enableDefaultDeny: {}", "ip:8.8.8.8 > shop/web TCP/80", "deny", TestName = "Cilium: an empty flag is the default")]
    [TestCase("egress: [{toEntities: [all]}], enableDefaultDeny: {ingress: true}", "shop/db > shop/web TCP/80", "allow", TestName = "Cilium: a flag without a rule does nothing")]
    public void One_policy_decides(string spec, string flow, string verdict) => JudgeOf(Policy(Web + spec)).Ask(flow).ShouldBe(verdict);

    [TestCase("fromEndpoints")]
    [TestCase("fromEntities")]
    [TestCase("fromCIDR")]
    [TestCase("fromCIDRSet")]
    [TestCase("fromNodes")]
    public void An_empty_list_of_peers_is_nobody_with_ports_and_without(string key)
    {
        JudgeOf(Policy($"{Web}ingress: [{{{key}: []}}]")).Ask("shop/db > shop/web TCP/80").ShouldBe("deny");
        JudgeOf(Policy($"{Web}ingress: [{{{key}: [], toPorts: [{{ports: [{{port: '80'}}]}}]}}]")).Ask("shop/db > shop/web TCP/80").ShouldBe("deny");
        JudgeOf(Policy($"{Web}ingress: [{{fromEntities: [all]}}], ingressDeny: [{{{key}: [], toPorts: [{{ports: [{{port: '80'}}]}}]}}]")).Ask("shop/db > shop/web TCP/80").ShouldBe("allow");
    }

    [TestCase("toFQDNs")]
    [TestCase("toServices")]
    public void Two_empty_lists_count_as_not_written_and_open_the_ports_to_everybody(string key)
    {
        JudgeOf(Policy($"{Web}egress: [{{{key}: []}}]")).Ask("shop/web > ip:8.8.8.8 TCP/80").ShouldBe("deny");
        JudgeOf(Policy($"{Web}egress: [{{{key}: [], toPorts: [{{ports: [{{port: '80'}}]}}]}}]")).Ask("shop/web > ip:8.8.8.8 TCP/80").ShouldBe("allow");
    }

    [Test]
    public void Policies_add_up_and_one_that_denies_by_default_is_enough()
    {
        var open = Policy(Web + "ingress: [{fromEndpoints: [{}]}], enableDefaultDeny: {ingress: false}", "open");
        var world = Policy(Web + "ingress: [{fromEntities: [world]}]", "world");
        var judge = JudgeOf(Asked.Together(open, world));
        judge.Ask("shop/db > shop/web TCP/80").ShouldBe("allow");
        judge.Ask("ip:8.8.8.8 > shop/web TCP/80").ShouldBe("allow");
        judge.Ask("ops/tool > shop/web TCP/80").ShouldBe("deny");
    }

    [Test]
    public void A_deny_of_one_policy_goes_before_the_allow_of_another() =>
        JudgeOf(Asked.Together(Policy(Web + "ingress: [{fromEntities: [all]}]", "a"), Clusterwide("endpointSelector: {}, ingressDeny: [{fromEntities: [world]}], enableDefaultDeny: {ingress: false}", "b")))
            .Ask("ip:8.8.8.8 > shop/web TCP/80").ShouldBe("deny");

    [Test]
    public void Spec_and_specs_are_all_in_force()
    {
        var judge = JudgeOf("""
            apiVersion: cilium.io/v2
            kind: CiliumNetworkPolicy
            metadata: {name: p, namespace: shop}
            spec: {endpointSelector: {matchLabels: {app: web}}, ingress: [{fromEntities: [world]}]}
            specs:
            - {endpointSelector: {matchLabels: {app: web}}, ingress: [{fromEndpoints: [{}]}]}
            - {endpointSelector: {matchLabels: {app: db}}, ingress: [{}]}
            """);
        judge.Ask("ip:8.8.8.8 > shop/web TCP/80").ShouldBe("allow");
        judge.Ask("shop/db > shop/web TCP/80").ShouldBe("allow");
        judge.Ask("ops/tool > shop/web TCP/80").ShouldBe("deny");
        judge.Ask("shop/web > shop/db TCP/80").ShouldBe("deny");
    }

    [Test]
    public void One_refused_rule_makes_the_whole_object_absent()
    {
        var reading = Read(Policy("endpointSelector: {}, ingress: [{}], egress: [{toEntities: [world], toCIDR: [10.0.0.0/8]}]"));
        reading.Count.ShouldBe(0);
        reading.IsRejected.ShouldBeFalse();
        Judge.Of(reading, Cluster, Profile()).Ask("ops/tool > shop/web TCP/80").ShouldBe("allow");
    }

    [Test]
    public void The_order_of_writing_changes_nothing()
    {
        string[] policies =
        [
            Policy(Web + "ingress: [{fromEntities: [all]}], ingressDeny: [{fromEndpoints: [{}]}]", "a"),
            Policy("endpointSelector: {}, ingress: [{fromEndpoints: [{}]}], egress: [{toEntities: [cluster]}]", "b"),
            Clusterwide("endpointSelector: {}, egressDeny: [{toCIDR: [8.0.0.0/8]}], enableDefaultDeny: {egress: false}", "c"),
            Asked.NetworkPolicy("{podSelector: {}, policyTypes: [Ingress]}", "d"),
        ];
        JudgeOf(Asked.Together([.. policies.Reverse()])).Program.ShouldBe(JudgeOf(Asked.Together(policies)).Program);
    }
}
