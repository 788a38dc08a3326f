using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Sets;
using static PolicyKit.Verification.Tests.Asked;

namespace PolicyKit.Verification.Tests.Engines.Kubernetes;

/// <summary>Where the NetworkPolicy text is silent the verdict is undefined and names the question; an enforcer that is known settles it.</summary>
internal sealed class OpenQuestionTests
{
    private const string Closed = "{podSelector: {}, policyTypes: [Ingress, Egress]}";

    [TestCase("{ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}]}", "ops/tool > shop/web TCP/80", "AddressSeesPods", "allow", "deny", "allow")]
    [TestCase("{ingress: [{from: [{ipBlock: {cidr: 192.168.0.0/16}}]}]}", "node:n2 > shop/web TCP/80", "AddressSeesNodes", "allow", "deny", "allow")]
    [TestCase("{policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 192.168.0.0/16}}]}]}", "shop/web > ops/agent TCP/80", "AddressSeesNodes", "allow", "deny", "allow")]
    [TestCase("{ingress: [{from: [{namespaceSelector: {}, podSelector: {matchLabels: {app: tool}}}]}]}", "ops/agent > shop/web TCP/80", "HostNetworkAsPeer", "deny", "deny", "deny")]
    [TestCase("{policyTypes: [Egress]}", "shop/web > node:n1 TCP/80", "OwnNodeEgress", "deny", "deny", null)]
    [TestCase("{ingress: [{ports: [{port: 80}]}]}", "ops/tool > shop/web ICMPv4/8", "IcmpWhenRestricted", "deny", "deny", null)]
    [TestCase("{policyTypes: [Egress], egress: [{ports: [{port: stats, protocol: UDP}]}]}", "shop/web > ip:8.8.8.8 UDP/8125", "NamedPortWithoutPeer", "deny", "allow", "deny")]
    [TestCase("{ingress: [{ports: [{port: 80, protocol: SCTP}]}]}", "ops/tool > shop/web SCTP/80", "SctpSupported", "allow", null, "allow")]
    [TestCase("{ingress: [{ports: [{port: 80, endPort: 90}]}]}", "ops/tool > shop/web TCP/85", "EndPortSupported", "allow", "allow", "allow")]
    public void The_text_is_silent_and_an_enforcer_speaks(string spec, string flow, string question, string calico, string? cilium, string? kubeNetworkPolicies)
    {
        var policy = NetworkPolicy(spec);
        JudgeOf(policy).Ask(flow).ShouldBe($"undefined ({question})");
        JudgeOf(policy, Enforcer.Calico).Ask(flow).ShouldBe(calico);
        JudgeOf(policy, Enforcer.Cilium).Ask(flow).ShouldBe(cilium ?? $"undefined ({question})");
        JudgeOf(policy, Enforcer.KubeNetworkPolicies).Ask(flow).ShouldBe(kubeNetworkPolicies ?? $"undefined ({question})");
    }

    [Test]
    public void A_host_network_pod_is_perhaps_a_subject()
    {
        var policy = NetworkPolicy("{podSelector: {}}", @namespace: "ops");
        JudgeOf(policy).Ask("shop/web > ops/agent TCP/80").ShouldBe("undefined (HostNetworkAsSubject)");
        JudgeOf(policy, Enforcer.Calico).Ask("shop/web > ops/agent TCP/80").ShouldBe("allow");
    }

    [Test]
    public void Without_sctp_the_restriction_stays()
    {
        var judge = JudgeOf(NetworkPolicy("{ingress: [{ports: [{port: 80, protocol: SCTP}]}]}"));
        judge.Assuming(Answers.None.With(Question.SctpSupported, false)).Ask("ops/tool > shop/web SCTP/80").ShouldBe("deny");
        judge.Ask("ops/tool > shop/web TCP/80").ShouldBe("deny");
    }

    [Test]
    public void Without_ranges_the_first_port_is_open()
    {
        var judge = JudgeOf(NetworkPolicy("{ingress: [{ports: [{port: 80, endPort: 90}]}]}")).Assuming(Answers.None.With(Question.EndPortSupported, false));
        judge.Ask("ops/tool > shop/web TCP/80").ShouldBe("allow");
        judge.Ask("ops/tool > shop/web TCP/81").ShouldBe("deny");
    }

    [Test]
    public void A_service_address_is_seen_before_translation_by_some()
    {
        var judge = JudgeOf(NetworkPolicy("{policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 10.96.0.1/32}}], ports: [{port: 443}]}]}"));
        var flow = Worlds.Small.Flow("shop/web", "ip:203.0.113.10", Traffic.Tcp(6443)) with { Via = new("default/kubernetes", IpAddress.Parse("10.96.0.1"), 443) };
        judge.Decide(flow).Whole.ToString().ShouldBe("undefined (AddressBeforeTranslation)");
        judge.Assuming(judge.Answers.With(Question.AddressBeforeTranslation, true)).Decide(flow).Whole.ToString().ShouldBe("allow");
        judge.Assuming(judge.Answers.With(Question.AddressBeforeTranslation, false)).Decide(flow).Whole.ToString().ShouldBe("deny");
    }

    [Test]
    public void What_the_text_itself_answers_is_never_asked()
    {
        JudgeOf(NetworkPolicy("{policyTypes: [Egress], ingress: [{ports: [{port: 80}]}]}")).Ask("ops/tool > shop/web TCP/81").ShouldBe("allow");
    }

    [Test]
    public void An_engine_that_answers_is_believed_and_one_that_nobody_checked_is_not()
    {
        JudgeOf(NetworkPolicy(Closed), Enforcer.AwsVpcCni).Answers[Question.AddressBeforeTranslation].ShouldBe(true);
        JudgeOf(NetworkPolicy(Closed), Enforcer.AwsVpcCni).Answers[Question.AddressSeesPods].ShouldBeNull();
    }
}
