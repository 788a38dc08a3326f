using PolicyKit.CodeFixes;

namespace PolicyKit.Analyzers.Tests.Finished;

/// <summary>PK1006: a port for webhooks or probes open to pods only.</summary>
public class CallerIsNoPodTests
{
    [TestCase("""Policy.ForPods(("app", "op")).AllowIngress({|PK1006:Port.Webhook|}).From(Namespace("kube-system"))""")]
    [TestCase("""Policy.ForPods(("app", "op")).AllowIngress({|PK1006:Port.Named("health")|}).From(Self)""")]
    [TestCase("""Policy.ForPods(("app", "op")).AllowIngress(Port.Https, {|PK1006:Port.Probe.At(8081)|}).From(SameNamespace, Pods(("app", "x")))""")]
    public void Reported(string policies) => Only.Check("PK1006", policies);

    [TestCase("""Policy.ForPods(("app", "op")).AllowIngress(Port.Webhook).From(ApiServer)""", TestName = "the caller itself")]
    [TestCase("""Policy.ForPods(("app", "op")).AllowIngress(Port.Webhook).From(Self).AllowIngress(Port.Webhook).From(ApiServer)""", TestName = "a second rule for the caller")]
    [TestCase("""Policy.ForPods(("app", "op")).AllowIngress(Port.Probe).From(Self).AllowIngress(Port.Probe).FromKubelet()""", TestName = "the kubelet")]
    [TestCase("""Policy.ForPods(("app", "op")).AllowIngress(Port.Tcp(9443)).From(Self)""", TestName = "a number")]
    [TestCase("""Policy.ForPods(("app", "op")).AllowIngress(Port.Webhook).FromAnywhere()""", TestName = "anywhere")]
    [TestCase("""Policy.ForPods(("app", "op")).AllowIngress(Port.Webhook).From(Self).When(Unseen.Flag, p => p.AllowIngress(Port.Webhook).From(Cidr("10.0.0.0/8")))""", TestName = "the caller on some paths")]
    [TestCase("""Policy.ForPods(("app", "op")).AllowIngress(Port.Webhook).From(Cidr(Unseen.Text))""", TestName = "a peer that is not constant")]
    [TestCase("""Policy.ForPods(("app", "op")).AllowEgress(Port.Webhook).To(Self)""", TestName = "egress")]
    public void Silent(string policies) => Only.Check("PK1006", policies);

    [Test]
    public void Messages_to_the_letter()
    {
        Only.Message("PK1006", """PolicySet policies = [Policy.ForPods(("app", "op")).AllowIngress(Port.Webhook).From(Self)];""")
            .ShouldBe("This rule opens the port 'webhook' to pods only, and the API server, which calls webhooks, is no pod. Add a rule for the same port with From(ApiServer).");
        Only.Message("PK1006", """PolicySet policies = [Policy.ForPods(("app", "op")).AllowIngress(Port.Probe).From(Self)];""")
            .ShouldBe("This rule opens the port 'probe' to pods only, and the kubelet, which probes, is no pod. Add a rule for the same port with FromKubelet().");
    }

    [Test]
    public void Fix() => FixSnippet.Check<AppendFix>(
        "append",
        """
        PolicySet policies =
        [
            Policy.ForPods(("app", "op"))
                .AllowIngress(Port.Webhook).From(Self)
                .AllowIngress(Port.Probe).From(Self),
        ];
        """,
        """
        PolicySet policies =
        [
            Policy.ForPods(("app", "op"))
                .AllowIngress(Port.Webhook).From(Self)
                .AllowIngress(Port.Webhook).From(ApiServer)
                .AllowIngress(Port.Probe).From(Self)
                .AllowIngress(Port.Probe).FromKubelet(),
        ];
        """);
}
