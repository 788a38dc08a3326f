using PolicyKit.CodeFixes;

namespace PolicyKit.Analyzers.Tests.Finished;

/// <summary>PK0009: a policy governs no direction.</summary>
public class NoDirectionTests
{
    [TestCase("""Policy.{|PK0009:ForPods|}(("app", "web"))""")]
    [TestCase("""Policy.{|PK0009:ForAllPods|}().Named("all").InNamespace("x").WithOrder(1)""")]
    [TestCase("""Policy.{|PK0009:ForPods|}(("app", "web")).NeedsNoApiServer("static"), Policy.ForPods(("app", "job")).DenyIngressByDefault()""")]
    [TestCase("""Policy.{|PK0009:ForPods|}(("app", "web")).When(false, p => p.DenyIngressByDefault())""")]
    public void Reported(string policies) => Only.Check("PK0009", policies);

    [Test]
    public void A_set_need_not_be_complete() => Only.Program("PK0009", """PolicySet policies = [Policy.{|PK0009:ForPods|}(("app", "web"))];""");

    [TestCase("""Policy.ForPods(("app", "web")).DenyIngressByDefault()""", TestName = "denies")]
    [TestCase("""Policy.ForPods(("app", "web")).AllowEgress(Port.Https).To(Self)""", TestName = "allows")]
    [TestCase("""Policy.ForPods(("app", "web")).AllowClusterDns()""", TestName = "allows by a word")]
    [TestCase("""Policy.ForPods(("app", "web")).When(Unseen.Flag, p => p.DenyIngressByDefault())""", TestName = "on some paths")]
    [TestCase("""Policy.ForPods(("app", "web")).Native(Engine.Cilium, ingress: "- {}")""", TestName = "native text")]
    [TestCase("""Unseen.Policy(Policy.ForPods(("app", "web")))""", TestName = "a helper that is not read")]
    [TestCase("""Policy.ForPods(("app", "web")).ForEach(Environment.GetCommandLineArgs(), (p, name) => p.AllowIngress(Port.Https).From(Namespace(name)))""", TestName = "in a loop")]
    public void Silent(string policies) => Only.Check("PK0009", policies);

    [Test]
    public void A_policy_outside_a_set_is_not_finished() => Only.Program("PK0009", """
        var web = Policy.ForPods(("app", "web"));
        PolicySet.Of(web.DenyIngressByDefault()).Emit(Engine.Cilium);
        """);

    [Test]
    public void Message_to_the_letter() => Only.Message("PK0009", """PolicySet policies = [Policy.ForPods(("app", "web"))];""")
        .ShouldBe("This policy governs no direction, and cannot be emitted: Kubernetes would read it as denying all ingress. Write DenyIngressByDefault() or DenyEgressByDefault(), or allow something.");

    [Test]
    public void Fix() => FixSnippet.Check<AppendFix>(
        "append",
        """
        PolicySet policies =
        [
            Policy.ForPods(("app", "web")), // the front
            Policy
                .ForAllPods()
                .Named("all"),
        ];
        """,
        """
        PolicySet policies =
        [
            Policy.ForPods(("app", "web")).DenyIngressByDefault(), // the front
            Policy
                .ForAllPods()
                .DenyIngressByDefault()
                .Named("all"),
        ];
        """);
}
