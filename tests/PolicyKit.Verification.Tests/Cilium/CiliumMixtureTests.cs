using PolicyKit.Verification.Deciding;
using static PolicyKit.Verification.Tests.Cilium.Ciliums;

namespace PolicyKit.Verification.Tests.Cilium;

/// <summary>Cilium's policies beside NetworkPolicies and ClusterNetworkPolicies, enforcement modes, and layer 7.</summary>
internal sealed class CiliumMixtureTests
{
    private const string Isolated = "{podSelector: {}, policyTypes: [Ingress]}";
    private const string Subject = "subject: {namespaces: {matchLabels: {team: shop}}}";

    [Test]
    public void NetworkPolicies_and_Cilium_policies_add_up()
    {
        var judge = JudgeOf(Asked.Together(Asked.NetworkPolicy("{podSelector: {}, ingress: [{from: [{podSelector: {}}]}]}"), Policy("endpointSelector: {}, ingress: [{fromEntities: [world]}]")));
        judge.Ask("shop/db > shop/web TCP/80").ShouldBe("allow");
        judge.Ask("ip:8.8.8.8 > shop/web TCP/80").ShouldBe("allow");
        judge.Ask("ops/tool > shop/web TCP/80").ShouldBe("deny");
    }

    [Test]
    public void A_policy_of_Cilium_says_what_the_cluster_runs_where_the_profile_does_not()
    {
        var block = Asked.NetworkPolicy("{podSelector: {}, egress: [{to: [{ipBlock: {cidr: 0.0.0.0/0}}]}], policyTypes: [Egress]}");
        var own = Policy("endpointSelector: {}, ingress: [{fromEndpoints: [{}]}]");
        Judge.Of(Asked.ReadingOf(block), Cluster).Ask("shop/web > shop/db TCP/80").ShouldStartWith("undefined");
        Judge.Of(Asked.ReadingOf(Asked.Together(block, own)), Cluster).Ask("shop/web > shop/db TCP/80").ShouldBe("deny");
    }

    [Test]
    public void A_deny_of_Cilium_goes_before_the_allow_of_a_NetworkPolicy() =>
        JudgeOf(Asked.Together(Asked.NetworkPolicy("{podSelector: {}, ingress: [{}]}"), Policy("endpointSelector: {}, ingressDeny: [{fromEntities: [world]}], enableDefaultDeny: {ingress: false}")))
            .Ask("ip:8.8.8.8 > shop/web TCP/80").ShouldBe("deny");

    [TestCase("{podSelector: {}, policyTypes: [Egress], ingress: [{from: [{podSelector: {}}]}]}", "ops/tool > shop/web TCP/80", "deny", TestName = "NetworkPolicy on Cilium: rules of a direction that is not declared isolate")]
    [TestCase("{podSelector: {}, policyTypes: [Egress], ingress: [{from: [{podSelector: {}}]}], egress: [{}]}", "shop/db > shop/web TCP/80", "allow", TestName = "NetworkPolicy on Cilium: and allow")]
    [TestCase("{podSelector: {}, egress: [{to: [{ipBlock: {cidr: 0.0.0.0/0}}]}]}", "shop/web > ops/tool TCP/80", "deny", TestName = "NetworkPolicy on Cilium: a block is not pods")]
    [TestCase("{podSelector: {}, egress: [{to: [{ipBlock: {cidr: 192.168.0.0/24}}]}]}", "shop/web > node:n2 TCP/80", "deny", TestName = "NetworkPolicy on Cilium: nor nodes")]
    [TestCase("{podSelector: {}, egress: [{to: [{ipBlock: {cidr: 8.0.0.0/8, except: [8.8.8.0/24]}}]}]}", "shop/web > ip:8.8.8.8 TCP/80", "deny", TestName = "NetworkPolicy on Cilium: except is a hole")]
    [TestCase("{podSelector: {matchLabels: {app: web}}, ingress: [{from: [{namespaceSelector: {}}]}]}", "ops/agent > shop/web TCP/80", "deny", TestName = "NetworkPolicy on Cilium: host-network pods are no pods")]
    [TestCase("{podSelector: {matchLabels: {app: web}}, ingress: [{from: [{namespaceSelector: {}}]}]}", "ops/tool > shop/web TCP/80", "allow", TestName = "NetworkPolicy on Cilium: every namespace")]
    [TestCase("{podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {team: ops}}, podSelector: {matchLabels: {app: tool}}}]}]}", "ops/web > shop/web TCP/80", "deny", TestName = "NetworkPolicy on Cilium: both selectors must hold")]
    [TestCase("{podSelector: {}, ingress: [{from: [{podSelector: {matchLabels: {pod-template-hash: abc}}}]}]}", "shop/job > shop/web TCP/80", "deny", TestName = "NetworkPolicy on Cilium: labels that are no part of an identity")]
    [TestCase("{podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ops}}}]}]}", "ops/tool > shop/web TCP/80", "allow", TestName = "NetworkPolicy on Cilium: labels of namespaces are never left out")]
    [TestCase("{podSelector: {}, policyTypes: [Egress], egress: [{ports: [{port: http}]}]}", "shop/web > shop/db TCP/9000", "allow", TestName = "NetworkPolicy on Cilium: a name is the destination's number")]
    [TestCase("{podSelector: {}, policyTypes: [Egress], egress: [{ports: [{port: http}]}]}", "shop/web > ip:8.8.8.8 TCP/9000", "deny", TestName = "NetworkPolicy on Cilium: and nobody else's")]
    [TestCase("{podSelector: {}, ingress: [{ports: [{protocol: UDP}]}]}", "shop/db > shop/web UDP/53", "allow", TestName = "NetworkPolicy on Cilium: every port of a protocol")]
    [TestCase("{podSelector: {}, ingress: [{ports: [{port: 70, endPort: 90}]}]}", "shop/db > shop/web TCP/80", "allow", TestName = "NetworkPolicy on Cilium: a range")]
    public void A_NetworkPolicy_is_read_as_Cilium_does(string spec, string flow, string verdict) => JudgeOf(Asked.NetworkPolicy(spec)).Ask(flow).ShouldBe(verdict);

    [TestCase(true, "deny")]
    [TestCase(false, "allow")]
    public void A_negative_namespace_selector_is_held_to_pods_by_the_local_cluster(bool held, string verdict) =>
        JudgeOf(Asked.NetworkPolicy("{podSelector: {}, ingress: [{from: [{namespaceSelector: {matchExpressions: [{key: team, operator: NotIn, values: [ops]}]}}]}]}"), Newest with { DefaultLocalCluster = held })
            .Ask("ip:8.8.8.8 > shop/web TCP/80").ShouldBe(verdict);

    [TestCase("tier: Admin", "Accept", "allow", TestName = "Around Cilium: an Admin Accept goes before a deny of Cilium")]
    [TestCase("tier: Admin", "Pass", "deny", TestName = "Around Cilium: an Admin Pass leaves it to Cilium")]
    [TestCase("tier: Baseline", "Accept", "deny", TestName = "Around Cilium: a Baseline Accept comes too late")]
    public void A_deny_of_Cilium_stands_between_the_tiers(string tier, string action, string verdict) =>
        JudgeOf(Asked.Together(
            Policy("endpointSelector: {}, ingressDeny: [{fromEndpoints: [{matchExpressions: [{key: 'k8s:io.kubernetes.pod.namespace', operator: Exists}]}]}]"),
            Asked.ClusterPolicy($"{tier}, priority: 1, {Subject}, ingress: [{{action: {action}, from: [{{namespaces: {{}}}}]}}]"))).Ask("ops/tool > shop/web TCP/80").ShouldBe(verdict);

    [TestCase("Admin", "Pass", "deny", TestName = "Around isolation: a Pass does not free anybody")]
    [TestCase("Baseline", "Accept", "allow", TestName = "Around isolation: a Baseline Accept gets through")]
    [TestCase("Baseline", "Pass", "deny", TestName = "Around isolation: a Baseline Pass does not")]
    public void Isolation_holds_at_the_very_end(string tier, string action, string verdict)
    {
        var around = Asked.ClusterPolicy($"tier: {tier}, priority: 1, {Subject}, ingress: [{{action: {action}, from: [{{namespaces: {{}}}}]}}]");
        JudgeOf(Asked.Together(Asked.NetworkPolicy(Isolated), around)).Ask("ops/tool > shop/web TCP/80").ShouldBe(verdict);
        JudgeOf(Asked.Together(Policy("endpointSelector: {}, ingress: [{}]"), around)).Ask("ops/tool > shop/web TCP/80").ShouldBe(verdict);
    }

    [TestCase("tier: Baseline, priority: 1, " + Subject + ", ingress: [{action: Deny, from: [{namespaces: {}}]}]", "allow", TestName = "Around Cilium: an allow goes before a Baseline Deny")]
    [TestCase("tier: Admin, priority: 1, " + Subject + ", ingress: [{action: Deny, from: [{namespaces: {}}]}]", "deny", TestName = "Around Cilium: an Admin Deny goes before an allow")]
    public void An_allow_of_Cilium_stands_between_the_tiers(string policy, string verdict) =>
        JudgeOf(Asked.Together(Policy("endpointSelector: {}, ingress: [{fromEntities: [all]}]"), Asked.ClusterPolicy(policy))).Ask("ops/tool > shop/web TCP/80").ShouldBe(verdict);

    [Test]
    public void Rules_of_equal_priority_and_place_are_ranked_by_what_they_do()
    {
        static string At(string name, params string[] actions) => Asked.ClusterPolicy($"tier: Admin, priority: 5, {Subject}, ingress: [{string.Join(", ", actions.Select(action => $"{{action: {action}, from: [{{namespaces: {{}}}}]}}"))}]", name);
        JudgeOf(Asked.Together(At("a", "Accept"), At("b", "Deny"))).Ask("ops/tool > shop/web TCP/80").ShouldBe("deny");
        JudgeOf(Asked.Together(At("a", "Pass"), At("b", "Accept"), Asked.NetworkPolicy(Isolated))).Ask("ops/tool > shop/web TCP/80").ShouldBe("allow");
        JudgeOf(Asked.Together(At("a", "Accept", "Deny"), At("b", "Pass", "Deny"))).Ask("ops/tool > shop/web TCP/80").ShouldBe("allow");
    }

    [TestCase(19, "allow")]
    [TestCase(20, "deny")]
    public void ClusterNetworkPolicies_are_enforced_since_1_20(int minor, string verdict) =>
        JudgeOf(Asked.ClusterPolicy($"tier: Admin, priority: 1, {Subject}, ingress: [{{action: Deny, from: [{{namespaces: {{}}}}]}}]"), Newest with { Version = new(1, minor) })
            .Ask("ops/tool > shop/web TCP/80").ShouldBe(verdict);

    [TestCase("shop/web > ops/tool TCP/80", "allow")]
    [TestCase("shop/web > node:n2 TCP/80", "allow")]
    [TestCase("shop/web > ip:8.8.8.8 TCP/80", "deny")]
    public void Networks_of_a_ClusterNetworkPolicy_are_the_world(string flow, string verdict) =>
        JudgeOf(Asked.ClusterPolicy($"tier: Admin, priority: 1, {Subject}, egress: [{{action: Deny, to: [{{networks: [0.0.0.0/0]}}]}}]")).Ask(flow).ShouldBe(verdict);

    [TestCase(CiliumEnforcement.Default, 20, "ops/tool", "allow")]
    [TestCase(CiliumEnforcement.Always, 20, "ops/tool", "deny")]
    [TestCase(CiliumEnforcement.Always, 20, "node:n1", "deny")]
    [TestCase(CiliumEnforcement.Always, 19, "node:n1", "allow")]
    public void Where_no_policy_is_the_mode_decides(CiliumEnforcement mode, int minor, string from, string verdict) =>
        JudgeOf("", Newest with { Enforcement = mode, Version = new(1, minor) }).Ask($"{from} > shop/web TCP/80").ShouldBe(verdict);

    [Test]
    public void With_an_ingress_rule_the_own_node_may_enter_in_every_mode() =>
        JudgeOf(Policy("endpointSelector: {matchLabels: {app: web}}, ingress: [{}]"), Newest with { Enforcement = CiliumEnforcement.Always }).Ask("node:n1 > shop/web TCP/80").ShouldBe("allow");

    [Test]
    public void Where_nothing_is_enforced_a_deny_denies_nothing() =>
        JudgeOf(Policy("endpointSelector: {}, ingressDeny: [{fromEntities: [all]}]"), Newest with { Enforcement = CiliumEnforcement.Never }).Ask("ops/tool > shop/web TCP/80").ShouldBe("allow");

    [TestCase("rules: {http: [{method: GET}]}", "TCP/80")]
    [TestCase("serverNames: [a.example.com]", "TCP/80")]
    [TestCase("listener: {name: a, envoyConfig: {name: b}}", "TCP/80")]
    [TestCase("rules: {dns: [{matchName: a.example.com}]}", "TCP/80")]
    public void What_a_proxy_decides_stays_open(string member, string traffic)
    {
        var judge = JudgeOf(Policy($"endpointSelector: {{matchLabels: {{app: web}}}}, egress: [{{toEndpoints: [{{}}], toPorts: [{{ports: [{{port: '80', protocol: TCP}}], {member}}}]}}]"));
        var flow = judge.Cluster.Flow("shop/web", "shop/db", Cases.CaseQuery.TrafficOf(traffic));
        judge.Decide(flow).Whole.ShouldBeOfType<Verdict.Undefined>().DependsOn.ShouldBe([Question.Layer7]);
        judge.Assuming(judge.Answers.With(Question.Layer7, true)).Decide(flow).Whole.ShouldBeOfType<Verdict.Allow>();
        judge.Assuming(judge.Answers.With(Question.Layer7, false)).Decide(flow).Whole.ShouldBeOfType<Verdict.Deny>();
    }

    [TestCase("", "deny", TestName = "Layer 7: another port is denied")]
    [TestCase(", enableDefaultDeny: {egress: false}", "allow", TestName = "Layer 7: without default deny another port stays open")]
    public void Layer_7_is_about_its_port(string more, string verdict) =>
        JudgeOf(Policy($"endpointSelector: {{matchLabels: {{app: web}}}}, egress: [{{toPorts: [{{ports: [{{port: '80', protocol: TCP}}], rules: {{http: [{{}}]}}}}]}}]{more}")).Ask("shop/web > shop/db TCP/81").ShouldBe(verdict);

    [TestCase("{toPorts: [{ports: [{port: '80', protocol: TCP}]}]}", "allow", TestName = "Layer 7: a plain allow of the port voids it")]
    [TestCase("{toEntities: [cluster]}", "allow", TestName = "Layer 7: a plain allow of the peer voids it")]
    public void A_plain_allow_voids_layer_7(string item, string verdict) =>
        JudgeOf(Policy($"endpointSelector: {{matchLabels: {{app: web}}}}, egress: [{{toPorts: [{{ports: [{{port: '80', protocol: TCP}}], rules: {{http: [{{}}]}}}}]}}, {item}]")).Ask("shop/web > shop/db TCP/80").ShouldBe(verdict);

    [Test]
    public void A_deny_goes_before_layer_7() =>
        JudgeOf(Policy("endpointSelector: {matchLabels: {app: web}}, egress: [{toPorts: [{ports: [{port: '80', protocol: TCP}], rules: {http: [{}]}}]}], egressDeny: [{toEntities: [cluster]}]")).Ask("shop/web > shop/db TCP/80").ShouldBe("deny");

    [Test]
    public void A_DNS_rule_for_every_name_is_a_plain_allow_and_needs_the_proxy()
    {
        var policy = Policy("endpointSelector: {matchLabels: {app: web}}, egress: [{toPorts: [{ports: [{port: '53', protocol: UDP}], rules: {dns: [{matchPattern: '*'}]}}]}]");
        JudgeOf(policy).Ask("shop/web > kube-system/dns UDP/53").ShouldBe("allow");
        Read(policy, Newest with { L7Proxy = false }).Count.ShouldBe(0);
    }
}
