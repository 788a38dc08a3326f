using PolicyKit.CodeFixes;

namespace PolicyKit.Analyzers.Tests.Finished;

/// <summary>PK1003: DNS over UDP only, or TCP only.</summary>
public class HalfOfDnsTests
{
    [TestCase("""Policy.ForPods(("app", "web")).AllowEgress({|PK1003:Port.Udp(53)|}).To(ClusterDns)""")]
    [TestCase("""Policy.ForPods(("app", "web")).AllowEgress({|PK1003:Port.Tcp(53)|}, Port.Https).To(Namespace("kube-system"))""")]
    [TestCase("""Policy.ForPods(("app", "dns")).AllowIngress([Port.Metrics, {|PK1003:Port.Udp(53)|}]).From(AnyNamespace)""")]
    [TestCase("""Policy.ForPods(("app", "web")).AllowEgress({|PK1003:Port.Udp(53)|}).To(ClusterDns).AllowIngress(Port.Tcp(53)).From(Self).AllowIngress(Port.Udp(53)).From(Self)""")]
    public void Reported(string policies) => Only.Check("PK1003", policies);

    [TestCase("""Policy.ForPods(("app", "web")).AllowEgress(Port.Dns).To(ClusterDns)""", TestName = "both by a word")]
    [TestCase("""Policy.ForPods(("app", "web")).AllowEgress(Port.Udp(53), Port.Tcp(53)).To(ClusterDns)""", TestName = "both in one rule")]
    [TestCase("""Policy.ForPods(("app", "web")).AllowEgress(Port.Udp(53)).To(ClusterDns).AllowEgress(Port.Tcp(53)).To(ClusterDns)""", TestName = "both in two rules")]
    [TestCase("""Policy.ForPods(("app", "web")).AllowEgress(Port.Udp(53)).To(ClusterDns).When(Unseen.Flag, p => p.AllowEgress(Port.AnyTcp).To(ClusterDns))""", TestName = "the other on some paths")]
    [TestCase("""Policy.ForPods(("app", "web")).AllowEgress(Port.Udp(53)).To(ClusterDns).AllowEgress(Port.Tcp(Unseen.Number)).To(ClusterDns)""", TestName = "a port that is not constant")]
    [TestCase("""Policy.ForPods(("app", "web")).AllowEgress(Port.Udp(53)).To(ClusterDns).Native(Engine.Cilium, egress: "- {}")""", TestName = "native text")]
    [TestCase("""Policy.ForPods(("app", "web")).AllowEgress(Port.UdpRange(50, 60)).To(ClusterDns)""", TestName = "a range")]
    [TestCase("""Policy.ForPods(("app", "web")).AllowEgress(Port.Udp(5353)).To(ClusterDns)""", TestName = "another port")]
    public void Silent(string policies) => Only.Check("PK1003", policies);

    [Test]
    public void A_policy_that_may_still_grow_is_not_judged() => Only.Program("PK1003", """
        var web = Policy.ForPods(("app", "web")).AllowEgress(Port.Udp(53)).To(ClusterDns);
        PolicySet.Of(web.AllowEgress(Port.Tcp(53)).To(ClusterDns)).Emit(Engine.Cilium);
        """);

    [Test]
    public void Messages_to_the_letter()
    {
        Only.Message("PK1003", """PolicySet policies = [Policy.ForPods(("app", "web")).AllowEgress(Port.Udp(53)).To(ClusterDns)];""")
            .ShouldBe("This rule allows DNS over UDP only; an answer that does not fit is asked for again over TCP. Write Port.Dns, which is both.");
        Only.Message("PK1003", """PolicySet policies = [Policy.ForPods(("app", "web")).AllowEgress(Port.Tcp(53)).To(ClusterDns)];""")
            .ShouldBe("This rule allows DNS over TCP only; resolvers are asked over UDP first. Write Port.Dns, which is both.");
    }

    [Test]
    public void Fix() => FixSnippet.Check<ReplaceFix>(
        "instead",
        """
        PolicySet policies =
        [
            Policy.ForPods(("app", "web")).AllowEgress(Port.Udp(53) /* names */).To(ClusterDns),
            Policy.ForPods(("app", "job")).AllowEgress([Port.Https, Port.Tcp(53)]).To(ClusterDns),
        ];
        """,
        """
        PolicySet policies =
        [
            Policy.ForPods(("app", "web")).AllowEgress(Port.Dns /* names */).To(ClusterDns),
            Policy.ForPods(("app", "job")).AllowEgress([Port.Https, Port.Dns]).To(ClusterDns),
        ];
        """);
}
