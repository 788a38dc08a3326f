using static PolicyKit.Verification.Tests.Asked;

namespace PolicyKit.Verification.Tests.Engines.ClusterNetworkPolicy;

/// <summary>What cluster-wide policies mean, alone and around NetworkPolicies.</summary>
internal sealed class ClusterNetworkPolicyMeaningTests
{
    private const string Shop = "subject: {namespaces: {matchLabels: {team: shop}}}";

    [TestCase("ingress: [{action: Deny, from: [{namespaces: {}}]}]", "ops/tool > shop/web TCP/80", "deny", TestName = "A Deny denies")]
    [TestCase("ingress: [{action: Deny, from: [{namespaces: {}}]}]", "ops/tool > ops/web TCP/80", "allow", TestName = "its subjects only")]
    [TestCase("ingress: [{action: Deny, from: [{namespaces: {}}]}]", "ip:8.8.8.8 > shop/web TCP/80", "allow", TestName = "and never who is outside")]
    [TestCase("ingress: [{action: Deny, from: [{namespaces: {}}]}]", "node:n2 > shop/web TCP/80", "allow", TestName = "nor a node")]
    [TestCase("ingress: [{action: Deny, from: [{namespaces: {}}]}]", "ops/agent > shop/web TCP/80", "allow", TestName = "nor a host-network pod")]
    [TestCase("ingress: [{action: Accept, from: [{namespaces: {}}], protocols: [{tcp: {destinationPort: {number: 80}}}]}]", "ops/tool > shop/web TCP/81", "allow", TestName = "An Accept alone restricts nothing")]
    [TestCase("ingress: [{action: Accept, from: [{namespaces: {}}], protocols: [{tcp: {destinationPort: {number: 80}}}]}, {action: Deny, from: [{namespaces: {}}]}]", "ops/tool > shop/web TCP/80", "allow", TestName = "The first rule that matches decides")]
    [TestCase("ingress: [{action: Accept, from: [{namespaces: {}}], protocols: [{tcp: {destinationPort: {number: 80}}}]}, {action: Deny, from: [{namespaces: {}}]}]", "ops/tool > shop/web UDP/80", "deny", TestName = "and a protocol is part of the match")]
    [TestCase("ingress: [{action: Pass, from: [{namespaces: {}}]}, {action: Deny, from: [{namespaces: {}}]}]", "ops/tool > shop/web TCP/80", "allow", TestName = "A Pass leaves the tier")]
    [TestCase("ingress: [{action: Deny, from: [{pods: {podSelector: {matchLabels: {app: tool}}}}]}]", "ops/tool > shop/web TCP/80", "deny", TestName = "Pods without a namespace selector are those of every namespace")]
    [TestCase("ingress: [{action: Deny, from: [{pods: {namespaceSelector: {matchLabels: {team: shop}}, podSelector: {}}}]}]", "ops/tool > shop/web TCP/80", "allow", TestName = "Both selectors of pods must hold")]
    [TestCase("ingress: [{action: Deny, from: [{namespaces: {}}], protocols: [{destinationNamedPort: http}]}]", "ops/tool > shop/web TCP/8080", "deny", TestName = "A named port is the destination's")]
    [TestCase("ingress: [{action: Deny, from: [{namespaces: {}}], protocols: [{destinationNamedPort: stats}]}]", "ops/tool > shop/web UDP/8125", "deny", TestName = "for whatever protocol it declares")]
    [TestCase("ingress: [{action: Deny, from: [{namespaces: {}}], protocols: [{udp: {destinationPort: {range: {start: 50, end: 60}}}}]}]", "ops/tool > shop/web UDP/60", "deny", TestName = "A range includes its end")]
    [TestCase("egress: [{action: Deny, to: [{networks: [0.0.0.0/0]}]}]", "shop/web > ip:8.8.8.8 TCP/80", "deny", TestName = "Networks match who is outside")]
    [TestCase("egress: [{action: Deny, to: [{networks: [0.0.0.0/0]}]}]", "shop/web > ops/tool TCP/80", "deny", TestName = "and pods by their address")]
    [TestCase("egress: [{action: Deny, to: [{networks: [0.0.0.0/0]}]}]", "shop/web > node:n2 TCP/80", "deny", TestName = "and nodes")]
    [TestCase("egress: [{action: Deny, to: [{networks: [0.0.0.0/0]}]}]", "shop/web > ip:8.8.8.8 ICMPv4/8", "deny", TestName = "for ICMP too")]
    [TestCase("egress: [{action: Deny, to: [{networks: [8.8.8.9/16]}]}]", "shop/web > ip:8.8.8.8 TCP/80", "deny", TestName = "Host bits of networks are masked")]
    [TestCase("ingress: [{action: Deny, from: [{namespaces: {matchExpressions: [{key: team, operator: NotIn, values: [shop]}]}}]}]", "kube-system/dns > shop/web TCP/80", "deny", TestName = "NotIn holds for a namespace without the label")]

    // What the CRD lets through and no engine understands fails closed.
    [TestCase("ingress: [{action: Accept, from: [{namespaces: {matchExpressions: [{key: team, operator: notIn, values: [a]}]}}]}, {action: Deny, from: [{namespaces: {}}]}]", "ops/tool > shop/web TCP/80", "deny", TestName = "An Accept with an unknown operator admits nobody")]
    [TestCase("ingress: [{action: Pass, from: [{namespaces: {matchExpressions: [{key: team, operator: In}]}}]}]", "ip:8.8.8.8 > shop/web TCP/80", "deny", TestName = "A Pass that nobody understands denies everything")]
    public void An_admin_policy_decides(string rules, string flow, string verdict) =>
        JudgeOf(ClusterPolicy($"tier: Admin, priority: 10, {Shop}, {rules}")).Ask(flow).ShouldBe(verdict);

    [TestCase("nodes: {matchLabels: {zone: west}}", "shop/web > node:n2 TCP/22", "deny")]
    [TestCase("nodes: {matchLabels: {zone: west}}", "shop/web > ops/agent TCP/22", "deny")]
    [TestCase("nodes: {matchLabels: {zone: west}}", "shop/web > node:n1 TCP/22", "allow")]
    [TestCase("nodes: {}", "shop/web > ops/tool TCP/22", "allow")]
    public void Nodes_are_peers_in_the_experimental_channel(string peer, string flow, string verdict) =>
        JudgeOf(ClusterPolicy($"tier: Admin, priority: 10, {Shop}, egress: [{{action: Deny, to: [{{{peer}}}]}}]"), channel: ReleaseChannel.Experimental).Ask(flow).ShouldBe(verdict);

    [TestCase("api.example.com", "allow")]
    [TestCase("'*.example.com'", "allow")]
    [TestCase("other.example.com", "deny")]
    public void A_star_in_a_domain_name_stands_for_any_depth(string name, string verdict) =>
        JudgeOf(ClusterPolicy($"tier: Admin, priority: 10, {Shop}, egress: [{{action: Accept, to: [{{domainNames: [{name}]}}]}}, {{action: Deny, to: [{{networks: [0.0.0.0/0]}}]}}]"), channel: ReleaseChannel.Experimental)
            .Ask("shop/web > dns:api.example.com TCP/443").ShouldBe(verdict);

    // admin and baseline rules about ops, and what a NetworkPolicy of shop says about them.
    [TestCase("Deny", "Accept", "[{}]", "deny", TestName = "An admin Deny is final")]
    [TestCase("Accept", "Deny", "[]", "allow", TestName = "An admin Accept is final")]
    [TestCase("Pass", "Deny", "[{}]", "allow", TestName = "A Pass asks the NetworkPolicies")]
    [TestCase("Pass", "Accept", "[]", "deny", TestName = "which decide finally")]
    [TestCase("Pass", "Deny", null, "deny", TestName = "Without one the baseline decides")]
    [TestCase("Pass", "Pass", null, "allow", TestName = "A baseline Pass is the default")]
    [TestCase(null, "Deny", "[{}]", "allow", TestName = "A NetworkPolicy goes before the baseline")]
    public void The_tiers_are_asked_in_order(string? admin, string? baseline, string? ingress, string verdict)
    {
        var documents = new List<string>();
        if (admin is not null) documents.Add(ClusterPolicy($"tier: Admin, priority: 10, {Shop}, ingress: [{{action: {admin}, from: [{{namespaces: {{}}}}]}}]", "admin"));
        if (baseline is not null) documents.Add(ClusterPolicy($"tier: Baseline, priority: 10, {Shop}, ingress: [{{action: {baseline}, from: [{{namespaces: {{}}}}]}}]", "baseline"));
        if (ingress is not null) documents.Add(NetworkPolicy($"{{podSelector: {{}}, ingress: {ingress}}}"));
        JudgeOf(Together([.. documents])).Ask("ops/tool > shop/web TCP/80").ShouldBe(verdict);
    }

    [TestCase(10, 20, "deny")]
    [TestCase(20, 10, "allow")]
    [TestCase(10, 10, "undefined (EqualRank)")]
    public void The_lower_priority_goes_first_and_equal_ones_are_open(int deny, int accept, string verdict)
    {
        var both = Together(
            ClusterPolicy($"tier: Admin, priority: {deny}, {Shop}, ingress: [{{action: Deny, from: [{{namespaces: {{}}}}]}}]", "b-deny"),
            ClusterPolicy($"tier: Admin, priority: {accept}, {Shop}, ingress: [{{action: Accept, from: [{{namespaces: {{}}}}]}}]", "a-accept"));
        JudgeOf(both).Ask("ops/tool > shop/web TCP/80").ShouldBe(verdict);
        if (deny == accept) JudgeOf(both, Enforcer.KubeNetworkPolicies).Ask("ops/tool > shop/web TCP/80").ShouldBe("allow");
    }

    [TestCase(Enforcer.Unknown, "undefined (OtherDirection)")]
    [TestCase(Enforcer.KubeNetworkPolicies, "allow")]
    [TestCase(Enforcer.Calico, "deny")]
    public void Whether_a_NetworkPolicy_of_the_other_direction_ends_the_matter_is_open(Enforcer enforcer, string verdict) =>
        JudgeOf(
            Together(
                NetworkPolicy("{podSelector: {}, policyTypes: [Ingress], ingress: [{}]}"),
                ClusterPolicy($"tier: Baseline, priority: 10, {Shop}, egress: [{{action: Deny, to: [{{networks: [0.0.0.0/0]}}]}}]")),
            enforcer).Ask("shop/web > ip:8.8.8.8 TCP/80").ShouldBe(verdict);

    [TestCase("AdminNetworkPolicy", "any", "priority: 5", "Pass", "allow")]
    [TestCase("AdminNetworkPolicy", "any", "priority: 5", "Deny", "deny")]
    [TestCase("BaselineAdminNetworkPolicy", "default", "", "Deny", "deny")]
    [TestCase("BaselineAdminNetworkPolicy", "default", "", "Allow", "allow")]
    public void The_older_kinds_mean_the_same_with_other_words(string kind, string name, string priority, string action, string verdict) =>
        JudgeOf(
            $"""
            apiVersion: policy.networking.k8s.io/v1alpha1
            kind: {kind}
            metadata:
              name: {name}
            spec:
              {priority}
              subject:
                namespaces:
                  matchLabels:
                    team: shop
              ingress:
              - action: {action}
                from:
                - namespaces: {"{}"}
                ports:
                - portNumber:
                    port: 80
                - portRange:
                    protocol: UDP
                    start: 53
                    end: 53
            """).Ask("ops/tool > shop/web UDP/53").ShouldBe(verdict);
}
