using System.Runtime.CompilerServices;
using PolicyKit.Verification.Tests.Cases;
using PolicyKit.Verification.Tests.Cilium;
using PolicyKit.Verification.Tests.Engines.Calico;
using static PolicyKit.Dsl;

namespace PolicyKit.Verification.Tests.Explaining;

/// <summary>What explanations say, to the letter: of written policies, of every dialect, and of what is not decided.</summary>
internal sealed class ExplanationTests
{
    private static readonly Judge Written = Judge.Of(
        PolicySet.Of(
            Policy.ForPods(("app", "web")).Named("web").InNamespace("shop")
                .AllowIngress(Port.Tcp(8083)).From(Namespace("monitoring"))
                .AllowIngress(Port.Named("http")).From(Namespace("ops").Pods(("app", "gateway")), Cidr("8.0.0.0/8"))
                .AllowEgress(Port.Https).To(Internet)),
        Worlds.Small);

    [Test]
    public void The_whole_story_has_both_ends() => Text(Written, "ops/tool > shop/web TCP/8083").ShouldBe(
        """
        ops/tool → shop/web on 8083/TCP: denied
            egress of ops/tool: allowed. No policy restricts the egress of ops/tool, and a pod that none restricts reaches everything.
            ingress of shop/web: denied. Policy web (ExplanationTests.cs(14)) restricts the ingress of shop/web to what rules allow, and none of the 2 rules for it allows this.
                closest: policy web (ExplanationTests.cs(15)): the port matches, the namespace 'ops' is not 'monitoring'
        """);

    [TestCase("ops/tool > shop/web TCP/8080", "policy web (ExplanationTests.cs(16)): the port and the namespace match, the label app is 'tool', not 'gateway'")]
    [TestCase("ip:9.9.9.9 > shop/web TCP/8080", "policy web (ExplanationTests.cs(16)): the port matches, 9.9.9.9 is not in 8.0.0.0/8")]
    [TestCase("ip:8.8.8.8 > shop/web TCP/80", "policy web (ExplanationTests.cs(16)): the source matches, the port 80/TCP is not the port named 'http' (at shop/web that is 8080/TCP)")]
    [TestCase("node:n2 > shop/web TCP/1", "policy web (ExplanationTests.cs(15)): node:n2 is another node, not a pod in the namespace 'monitoring', and the port 1/TCP is not 8083/TCP")]
    [TestCase("shop/web > ip:10.9.9.9 TCP/443", "policy web (ExplanationTests.cs(17)): the port matches, 10.9.9.9 is not in the public networks (Internet)")]
    [TestCase("shop/web > ip:8.8.8.8 UDP/443", "policy web (ExplanationTests.cs(17)): the destination matches, the port 443/UDP is not 443/TCP")]
    public void The_nearest_rule_says_what_is_lacking(string flow, string nearest) => Nearest(Written, flow).ShouldBe(nearest);

    [TestCase("node:n1 > shop/web TCP/1", "A pod's own node always reaches it.")]
    [TestCase("shop/web > shop/web TCP/1", "A pod always reaches itself at its own address.")]
    [TestCase("ops/tool > shop/db TCP/1", "No policy restricts the ingress of shop/db, and a pod that none restricts accepts everything.")]
    [TestCase("ip:8.8.8.8 > shop/web TCP/8080", "Policy web (ExplanationTests.cs(16)) allows it.")]
    [TestCase("shop/web > ip:8.8.8.8 TCP/443", "8.8.8.8 is no pod, and policies restrict only pods.")]
    public void A_reason_is_one_sentence(string flow, string reason) => Text(Explain(Written, flow).Ingress.Reason).ShouldBe(reason);

    [Test]
    public void A_policy_that_misses_the_pod_by_one_label_is_near() => Nearest(
        Judge.Of(
            PolicySet.Of(
                Policy.ForPods(("app", "wbe")).Named("web").InNamespace("shop").AllowIngress(Port.Tcp(80)).FromAnywhere(),
                Policy.ForAllPods().Named("deny").InNamespace("shop").DenyIngressByDefault()),
            Worlds.Small),
        "ops/tool > shop/web TCP/80").ShouldBe("policy web (ExplanationTests.cs(48)): the port matches, the label app is 'web', not 'wbe'");

    [Test]
    public void A_NetworkPolicy_is_explained_by_its_file_and_line() => Nearest(
        Asked.JudgeOf(Asked.NetworkPolicy("{podSelector: {}, policyTypes: [Ingress], ingress: [{from: [{namespaceSelector: {matchLabels: {team: infra}}}], ports: [{port: 80}]}]}")),
        "ops/tool > shop/web TCP/80").ShouldBe("NetworkPolicy shop/np spec.ingress[0] (policy.yaml(4,59)): the port matches, the namespace's label team is 'ops', not 'infra'");

    [TestCase("kubernetes", "NetworkPolicy shop/web spec.ingress[0] (ExplanationTests.cs(64)): the port matches, the namespace 'ops' is not 'monitoring'")]
    [TestCase("cilium", "CiliumNetworkPolicy shop/web spec.ingress[0] (ExplanationTests.cs(64)): the port matches, the namespace 'ops' is not 'monitoring'")]
    [TestCase("calico", "NetworkPolicy shop/web spec.ingress[0] (ExplanationTests.cs(64)): the port matches, the namespace 'ops' is not 'monitoring'")]
    [TestCase("clusterNetworkPolicy", "ClusterNetworkPolicy allow.shop.web spec.ingress[0] (ExplanationTests.cs(64)): the port matches, the namespace 'ops' is not 'monitoring'")]
    public void What_was_emitted_from_C_sharp_is_explained_by_the_line_of_its_policy(string engine, string nearest)
    {
        PolicySet set = [Policy.ForPods(("app", "web")).InNamespace("shop").Named("web").AllowIngress(Port.Tcp(80)).From(Namespace("monitoring"))];
        var emitted = set.Emit(Engine.All.Single(one => one.Name == engine));
        Nearest(Judge.Of(Judge.Read(emitted.Manifests, ClusterProfile.Unknown), Worlds.Small), "ops/tool > shop/web TCP/80").ShouldBe(nearest);
    }

    [Test]
    public void A_ClusterNetworkPolicy_denies_by_a_rule_and_a_rule_before_it_came_near()
    {
        var explained = Explain(
            Asked.JudgeOf(Asked.ClusterPolicy("tier: Admin, priority: 1, subject: {namespaces: {}}, ingress: [{action: Accept, from: [{namespaces: {matchLabels: {team: infra}}}]}, {action: Deny, from: [{namespaces: {}}]}]")),
            "ops/tool > shop/web TCP/80").Ingress;
        explained.Reason.ShouldBe("ClusterNetworkPolicy cnp spec.ingress[1] (policy.yaml(4,141)) denies it.");
        explained.Nearest!.ToString().ShouldBe("ClusterNetworkPolicy cnp spec.ingress[0] (policy.yaml(4,71)): the namespace's label team is 'ops', not 'infra'");
    }

    [Test]
    public void Cilium_is_explained_in_the_same_words() => Nearest(
        Ciliums.JudgeOf(Ciliums.Policy("endpointSelector: {}, ingress: [{fromEntities: [world], toPorts: [{ports: [{port: '80', protocol: TCP}]}]}]")),
        "ops/tool > shop/web TCP/80").ShouldBe("CiliumNetworkPolicy shop/p spec.ingress[0] (policy.yaml(4,40)): the port matches, ops/tool is a pod, not an address outside the cluster");

    [Test]
    public void Calico_is_explained_in_the_same_words() => Nearest(
        CalicoYaml.JudgeOf(CalicoYaml.Policy("selector: all(), types: [Ingress], ingress: [{action: Allow, protocol: TCP, source: {notSelector: app == 'tool', namespaceSelector: team == 'ops'}, destination: {ports: [80]}}]")),
        "ops/tool > shop/web TCP/81").ShouldBe("NetworkPolicy shop/p spec.ingress[0] (policy.yaml(4,53)): the namespace matches, ops/tool has the label app=tool, which is left out, and the port 81/TCP is not 80/TCP");

    [TestCase("app in {}")]
    [TestCase("app not in {} && team in {}")]
    [TestCase("has(app) && app in {'a'} && !(app in {'a'})")]
    public void A_selector_that_nobody_meets_is_explained_too(string selector) => Explain(
        CalicoYaml.JudgeOf(CalicoYaml.Policy($"selector: all(), types: [Ingress], ingress: [{{action: Allow, source: {{selector: \"{selector}\"}}}}]")),
        "ops/tool > shop/web TCP/80").Ingress.Verdict.ShouldBeOfType<Verification.Deciding.Verdict.Deny>();

    [Test]
    public void A_rule_that_comes_too_late_is_named() => Nearest(
        CalicoYaml.JudgeOf(
            CalicoYaml.Policy("order: 1, selector: all(), types: [Ingress], ingress: [{action: Deny}]", "first"),
            CalicoYaml.Policy("order: 2, selector: all(), types: [Ingress], ingress: [{action: Allow}]", "second")),
        "ops/tool > shop/web TCP/80").ShouldBe("NetworkPolicy shop/second spec.ingress[0] (policy.yaml(9,63)): everything matches, it is asked only after NetworkPolicy shop/first spec.ingress[0] (policy.yaml(4,63)), which denies");

    [TestCase("Pass")]
    [TestCase("Deny")]
    public void A_rule_is_not_near_where_another_takes_the_flow_that_it_is_for(string before) => Nearest(
        Asked.JudgeOf(Asked.Together(
            Asked.NetworkPolicy("{podSelector: {}, policyTypes: [Ingress], ingress: [{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: monitoring}}}], ports: [{port: 443}]}]}"),
            Asked.ClusterPolicy($"tier: Admin, priority: 1, subject: {{namespaces: {{}}}}, ingress: [{{action: {before}, {Ports(80, 90)}}}, {{action: Accept, {Ports(80, 81)}}}]"))),
        "ops/tool > shop/web TCP/443").ShouldBe("NetworkPolicy shop/np spec.ingress[0] (policy.yaml(4,59)): the port matches, the namespace 'ops' is not 'monitoring'");

    [Test]
    public void What_is_not_decided_asks_its_question_and_says_who_answers() => Text(
        Asked.JudgeOf(Asked.NetworkPolicy("{podSelector: {}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8}}]}]}")), "shop/web > ops/tool TCP/80").ShouldBe(
        """
        shop/web → ops/tool on 80/TCP: undefined
            egress of shop/web: undefined. The specifications leave open the question on which it depends, and nothing says how this cluster answers.
                Does a network in a policy match pods that have an address in it? If so, allowed; if not, denied. Say what the cluster runs with 'engine' in the profile: cilium answers no, calico answers yes, kube-network-policies answers yes.
            ingress of ops/tool: allowed. No policy restricts the ingress of ops/tool, and a pod that none restricts accepts everything.
        """);

    private static string Ports(int first, int last) => FormattableString.Invariant($"from: [{{namespaces: {{}}}}], protocols: [{{tcp: {{destinationPort: {{range: {{start: {first}, end: {last}}}}}}}}}]");

    private static Verification.Explaining.ConnectionExplanation Explain(Judge judge, string text)
    {
        var parts = text.Split(' ');
        return judge.Explain(judge.Cluster.Flow(parts[0], parts[2], CaseQuery.TrafficOf(parts[3])));
    }

    private static string Nearest(Judge judge, string text)
    {
        var explained = Explain(judge, text);
        return Text($"{explained.Egress.Nearest ?? explained.Ingress.Nearest}");
    }

    private static string Text(Judge judge, string text) => Text(Explain(judge, text).ToString());

    /// <summary>Lines of C# are named with the whole path of this file, which is another on every machine.</summary>
    private static string Text(string text, [CallerFilePath] string file = "") => text.Replace(Path.GetDirectoryName(file) + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
}
