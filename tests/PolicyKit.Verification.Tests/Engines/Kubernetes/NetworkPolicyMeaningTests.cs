using PolicyKit.Verification.Deciding;
using static PolicyKit.Verification.Tests.Asked;

namespace PolicyKit.Verification.Tests.Engines.Kubernetes;

/// <summary>What a NetworkPolicy of namespace shop means, one rule of the specification a line.</summary>
internal sealed class NetworkPolicyMeaningTests
{
    // Isolation and defaulting.
    [TestCase("{podSelector: {}}", "ops/tool > shop/web TCP/80", "deny", TestName = "A policy without rules isolates ingress")]
    [TestCase("{podSelector: {}}", "shop/web > ops/tool TCP/80", "allow", TestName = "A policy without rules leaves egress alone")]
    [TestCase("{}", "ops/tool > shop/web TCP/80", "deny", TestName = "A missing selector selects every pod of the namespace")]
    [TestCase("{podSelector: {}}", "shop/web > ops/web TCP/80", "allow", TestName = "A policy selects pods of its own namespace only")]
    [TestCase("{podSelector: {matchLabels: {app: web}}}", "ops/tool > shop/db TCP/80", "allow", TestName = "Pods that no policy selects are open")]
    [TestCase("{podSelector: {}, egress: []}", "shop/web > ops/tool TCP/80", "allow", TestName = "An empty egress list without policyTypes isolates no egress")]
    [TestCase("{podSelector: {}, policyTypes: [Egress]}", "shop/web > ops/tool TCP/80", "deny", TestName = "policyTypes Egress isolates egress")]
    [TestCase("{podSelector: {}, policyTypes: [Egress]}", "ops/tool > shop/web TCP/80", "allow", TestName = "policyTypes Egress leaves ingress alone")]
    [TestCase("{podSelector: {}, egress: [{}]}", "ops/tool > shop/web TCP/80", "deny", TestName = "Egress rules without policyTypes isolate ingress too")]
    [TestCase("{podSelector: {}, egress: [{}]}", "shop/web > ip:8.8.8.8 TCP/80", "allow", TestName = "An empty egress rule allows everything")]
    [TestCase("{podSelector: {}, policyTypes: [Egress], ingress: [{from: [{podSelector: {}}]}]}", "ops/tool > shop/web TCP/80", "allow", TestName = "Rules of a direction that policyTypes leaves out do nothing")]
    [TestCase("{podSelector: {}, policyTypes: [Ingress], egress: [{to: [{podSelector: {}}]}]}", "shop/web > ops/tool TCP/80", "allow", TestName = "Egress rules beside policyTypes Ingress do nothing")]
    [TestCase("{podSelector: {}, ingress: []}", "node:n1 > shop/web TCP/80", "allow", TestName = "A pod's own node always reaches it")]
    [TestCase("{podSelector: {}, ingress: []}", "node:n2 > shop/web TCP/80", "deny", TestName = "Another node does not")]

    // Peers.
    [TestCase("{ingress: [{}]}", "ip:8.8.8.8 > shop/web TCP/80", "allow", TestName = "An empty rule allows every source")]
    [TestCase("{ingress: [{from: []}]}", "ip:8.8.8.8 > shop/web TCP/80", "allow", TestName = "An empty from allows every source")]
    [TestCase("{ingress: [{from: [{podSelector: {}}]}]}", "shop/db > shop/web TCP/80", "allow", TestName = "An empty pod selector is every pod of the own namespace")]
    [TestCase("{ingress: [{from: [{podSelector: {}}]}]}", "ops/tool > shop/web TCP/80", "deny", TestName = "and of no other")]
    [TestCase("{ingress: [{from: [{namespaceSelector: {}}]}]}", "ops/tool > shop/web TCP/80", "allow", TestName = "An empty namespace selector is every pod of every namespace")]
    [TestCase("{ingress: [{from: [{namespaceSelector: {}}]}]}", "ip:8.8.8.8 > shop/web TCP/80", "deny", TestName = "but nobody outside")]
    [TestCase("{ingress: [{from: [{namespaceSelector: {}}]}]}", "node:n2 > shop/web TCP/80", "deny", TestName = "and no node")]
    [TestCase("{ingress: [{from: [{namespaceSelector: {matchLabels: {team: ops}}, podSelector: {matchLabels: {app: web}}}]}]}", "ops/web > shop/web TCP/80", "allow", TestName = "Both selectors in one peer must hold")]
    [TestCase("{ingress: [{from: [{namespaceSelector: {matchLabels: {team: ops}}, podSelector: {matchLabels: {app: web}}}]}]}", "ops/tool > shop/web TCP/80", "deny", TestName = "so another pod of the namespace is out")]
    [TestCase("{ingress: [{from: [{namespaceSelector: {matchLabels: {team: ops}}}, {podSelector: {matchLabels: {app: db}}}]}]}", "ops/tool > shop/web TCP/80", "allow", TestName = "Two peers are alternatives")]
    [TestCase("{ingress: [{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ops}}}]}]}", "ops/tool > shop/web TCP/80", "allow", TestName = "Every namespace has its name as a label")]
    [TestCase("{ingress: [{from: [{namespaceSelector: {}, podSelector: {matchExpressions: [{key: tier, operator: NotIn, values: [front]}]}}]}]}", "ops/tool > shop/web TCP/80", "allow", TestName = "NotIn holds where the label is absent")]
    [TestCase("{ingress: [{from: [{namespaceSelector: {}, podSelector: {matchExpressions: [{key: app, operator: NotIn, values: [tool]}]}}]}]}", "ops/tool > shop/web TCP/80", "deny", TestName = "NotIn does not hold for a listed value")]
    [TestCase("{ingress: [{from: [{namespaceSelector: {}, podSelector: {matchExpressions: [{key: tier, operator: DoesNotExist}]}}]}]}", "ops/tool > shop/web TCP/80", "allow", TestName = "DoesNotExist holds where the label is absent")]
    [TestCase("{ingress: [{from: [{namespaceSelector: {}, podSelector: {matchExpressions: [{key: tier, operator: Exists}]}}]}]}", "ops/tool > shop/web TCP/80", "deny", TestName = "Exists does not")]
    [TestCase("{ingress: [{from: [{ipBlock: {cidr: 8.8.0.0/16}}]}]}", "ip:8.8.8.8 > shop/web TCP/80", "allow", TestName = "A network matches addresses outside")]
    [TestCase("{ingress: [{from: [{ipBlock: {cidr: 8.8.0.0/16, except: [8.8.8.0/24]}}]}]}", "ip:8.8.8.8 > shop/web TCP/80", "deny", TestName = "but not those it leaves out")]
    [TestCase("{ingress: [{from: [{ipBlock: {cidr: 8.8.8.8/16}}]}]}", "ip:8.8.1.1 > shop/web TCP/80", "allow", TestName = "Host bits of a network are masked")]

    // Ports.
    [TestCase("{ingress: [{ports: []}]}", "ops/tool > shop/web SCTP/80", "allow", TestName = "An empty list of ports is every protocol")]
    [TestCase("{ingress: [{ports: [{port: 80}]}]}", "ops/tool > shop/web TCP/80", "allow", TestName = "A port without a protocol is TCP")]
    [TestCase("{ingress: [{ports: [{port: 80}]}]}", "ops/tool > shop/web UDP/80", "deny", TestName = "and not UDP")]
    [TestCase("{ingress: [{ports: [{port: 80, protocol: UDP}]}]}", "ops/tool > shop/web UDP/80", "allow", TestName = "A protocol is taken as written")]
    [TestCase("{ingress: [{ports: [{}]}]}", "ops/tool > shop/web TCP/12345", "allow", TestName = "An empty port is all of TCP")]
    [TestCase("{ingress: [{ports: [{}]}]}", "ops/tool > shop/web UDP/53", "deny", TestName = "and nothing of UDP")]
    [TestCase("{ingress: [{ports: [{protocol: UDP}]}]}", "ops/tool > shop/web UDP/53", "allow", TestName = "A protocol alone is all its ports")]
    [TestCase("{ingress: [{ports: [{port: 80, endPort: 80}]}]}", "ops/tool > shop/web TCP/80", "allow", TestName = "A range of one port is that port")]
    [TestCase("{ingress: [{ports: [{port: http}]}]}", "ops/tool > shop/web TCP/8080", "allow", TestName = "A name is the number that the destination declares")]
    [TestCase("{ingress: [{ports: [{port: http}]}]}", "ops/tool > shop/db TCP/8080", "deny", TestName = "which another pod declares otherwise")]
    [TestCase("{ingress: [{ports: [{port: http}]}]}", "ops/tool > shop/db TCP/9000", "allow", TestName = "and is found there")]
    [TestCase("{ingress: [{ports: [{port: http, protocol: UDP}]}]}", "ops/tool > shop/web UDP/8080", "deny", TestName = "A name counts only for the protocol it is declared for")]
    [TestCase("{ingress: [{ports: [{port: stats}]}]}", "ops/tool > shop/web UDP/8125", "deny", TestName = "so a UDP name is not found as TCP")]
    [TestCase("{ingress: [{ports: [{port: nowhere}]}]}", "ops/tool > shop/web TCP/80", "deny", TestName = "A name that nobody declares opens nothing")]
    [TestCase("{policyTypes: [Egress], egress: [{to: [{podSelector: {}}], ports: [{port: http}]}]}", "shop/web > shop/db TCP/9000", "allow", TestName = "On egress the peer declares the name")]
    [TestCase("{policyTypes: [Egress], egress: [{to: [{podSelector: {}}], ports: [{port: http}]}]}", "shop/web > shop/db TCP/8080", "deny", TestName = "and not the subject")]
    [TestCase("{policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 8.8.0.0/16}}], ports: [{port: http}]}]}", "shop/web > ip:8.8.8.8 TCP/8080", "deny", TestName = "A name means nothing toward a network")]
    [TestCase("{ingress: [{from: [{podSelector: {}}], ports: [{port: 80}]}]}", "shop/db > shop/web TCP/81", "deny", TestName = "Peer and port must both hold")]
    public void The_text_decides(string spec, string flow, string verdict) => JudgeOf(NetworkPolicy(spec)).Ask(flow).ShouldBe(verdict);

    [Test]
    public void Policies_add_up_in_any_order()
    {
        var closed = NetworkPolicy("{podSelector: {}}", "closed");
        var open = NetworkPolicy("{podSelector: {matchLabels: {app: web}}, ingress: [{ports: [{port: 80}]}]}", "open");
        foreach (var judge in new[] { JudgeOf(Together(closed, open)), JudgeOf(Together(open, closed)) })
        {
            judge.Ask("ops/tool > shop/web TCP/80").ShouldBe("allow");
            judge.Ask("ops/tool > shop/web TCP/81").ShouldBe("deny");
            judge.Ask("ops/tool > shop/db TCP/80").ShouldBe("deny");
        }
    }

    [Test]
    public void Both_ends_must_allow()
    {
        var judge = JudgeOf(Together(
            NetworkPolicy("{podSelector: {}, ingress: [{ports: [{port: 80}]}]}"),
            NetworkPolicy("{podSelector: {}, policyTypes: [Egress], egress: [{ports: [{port: 81}]}]}", "out", "ops")));
        judge.Ask("ops/tool > shop/web TCP/80").ShouldBe("deny");
        judge.Ask("ops/tool > shop/web TCP/81").ShouldBe("deny");
        judge.Ask("ip:8.8.8.8 > shop/web TCP/80").ShouldBe("allow");
        judge.Ask("ops/tool > ip:8.8.8.8 TCP/81").ShouldBe("allow");
    }

    [Test]
    public void A_verdict_names_the_rule_and_its_line()
    {
        var judge = JudgeOf(NetworkPolicy("{podSelector: {}, ingress: [{ports: [{port: 80}]}, {ports: [{port: 81}]}]}"));
        judge.Decide("ops/tool", "shop/web", Traffic.Tcp(81)).Ingress.Trace.Select(source => source.ToString())
            .ShouldBe(["NetworkPolicy shop/np spec.ingress[1] (policy.yaml(4,58))"]);
        judge.Decide("ops/tool", "shop/web", Traffic.Tcp(82)).Ingress.Trace.Select(source => source.ToString())
            .ShouldBe(["NetworkPolicy shop/np (policy.yaml(1,1))"]);
    }
}
