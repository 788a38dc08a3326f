using PolicyKit.CodeFixes;

namespace PolicyKit.Analyzers.Tests.Finished;

/// <summary>PK0012: a direction is governed only inside When or ForEach.</summary>
public class GovernedOnSomePathsTests
{
    [TestCase("""Policy.ForPods(("app", "web")).When(Unseen.Flag, p => p.{|PK0012:AllowIngress|}(Port.Https).From(Self))""")]
    [TestCase("""Policy.ForPods(("app", "web")).ForEach(Environment.GetCommandLineArgs(), (p, name) => p.{|PK0012:AllowIngress|}(Port.Https).From(Namespace(name)))""")]
    [TestCase("""Policy.ForPods(("app", "web")).DenyIngressByDefault().When(Unseen.Flag, p => p.{|PK0012:DenyEgressByDefault|}())""")]
    [TestCase("""Policy.ForPods(("app", "web")).When(Unseen.Flag, p => p.{|PK0012:AllowClusterDns|}().AllowIngress(Port.Https).From(Self)).DenyIngressByDefault()""")]
    [TestCase("""Policy.ForPods(("app", "web")).When(Unseen.Flag, p => p.{|PK0012:AllowIngress|}(Port.Https).From(Self)), Policy.ForPods(("app", "job")).DenyIngressByDefault()""")]
    public void Reported(string policies) => Only.Check("PK0012", policies);

    [TestCase("""Policy.ForPods(("app", "web")).DenyIngressByDefault().When(Unseen.Flag, p => p.AllowIngress(Port.Https).From(Self))""", TestName = "denied first")]
    [TestCase("""Policy.ForPods(("app", "web")).When(Unseen.Flag, p => p.AllowIngress(Port.Https).From(Self)).DenyIngressByDefault()""", TestName = "denied last")]
    [TestCase("""Policy.ForPods(("app", "web")).When(true, p => p.AllowIngress(Port.Https).From(Self))""", TestName = "a constant condition")]
    [TestCase("""Policy.ForPods(("app", "web")).ForEach(new[] { "a", "b" }, (p, name) => p.AllowIngress(Port.Https).From(Namespace(name)))""", TestName = "constant items")]
    [TestCase("""Policy.ForPods(("app", "web")).When(Unseen.Flag, p => p.AllowIngress(Port.Https).From(Self)), Policy.ForAllPods().DenyIngressByDefault()""", TestName = "another policy covers the pods")]
    [TestCase("""Unseen.Flag ? Policy.ForPods(("app", "web")).AllowIngress(Port.Https).From(Self) : Policy.ForPods(("app", "web")).AllowClusterDns()""", TestName = "two policies, one of them")]
    [TestCase("""Policy.ForPods(("app", "web")).When(Unseen.Flag, p => p.Native(Engine.Cilium, ingress: "- {}").AllowIngress(Port.Https).From(Self))""", TestName = "native text")]
    [TestCase("""Policy.ForPods(("app", "web")).When(Unseen.Flag, p => p.AllowIngress(Port.Https).From(Self)), Unseen.Policy(Policy.ForAllPods())""", TestName = "a set that is not seen whole")]
    public void Silent(string policies) => Only.Check("PK0012", policies);

    [Test]
    public void A_default_deny_of_the_set_covers_its_pods() => Only.Program("PK0012", """
        PolicySet.Of(Policy.ForPods(("app", "web")).InNamespace("x").When(Unseen.Flag, p => p.AllowIngress(Port.Https).From(Self))).WithDefaultDeny(Directions.Ingress).Emit(Engine.Cilium);
        PolicySet policies = [Policy.ForPods(("app", "web")).When(Unseen.Flag, p => p.AllowIngress(Port.Https).From(Self))];
        """);

    [Test]
    public void An_if_statement_has_both_paths_in_view() => Only.Program("PK0012", """
        var web = Policy.ForPods(("app", "web"));
        if (Unseen.Flag) web = web.AllowIngress(Port.Https).From(Self);
        PolicySet.Of(web).Emit(Engine.Cilium);
        """);

    [Test]
    public void Messages_to_the_letter()
    {
        Only.Message("PK0012", """PolicySet.Of(Policy.ForPods(("app", "web")).When(args.Length > 0, p => p.AllowIngress(Port.Https).From(Self))).Emit(Engine.Cilium);""")
            .ShouldBe("This policy governs ingress only inside When or ForEach; on the other paths everything reaches its pods. Write DenyIngressByDefault() before it.");
        Only.Message("PK0012", """PolicySet.Of(Policy.ForPods(("app", "web")).When(args.Length > 0, p => p.AllowClusterDns())).Emit(Engine.Cilium);""")
            .ShouldBe("This policy governs egress only inside When or ForEach; on the other paths its pods reach everything. Write DenyEgressByDefault() before it.");
    }

    [Test]
    public void Fix() => FixSnippet.Check<AppendFix>(
        "append",
        """
        PolicySet.Of(
            Policy.ForPods(("app", "web"))
                .When(args.Length > 0, p => p.AllowIngress(Port.Https).From(Self))
                .When(args.Length > 1, p => p.AllowClusterDns().NeedsNoApiServer("static"))).Emit(Engine.Cilium);
        """,
        """
        PolicySet.Of(
            Policy.ForPods(("app", "web")).DenyEgressByDefault().DenyIngressByDefault()
                .When(args.Length > 0, p => p.AllowIngress(Port.Https).From(Self))
                .When(args.Length > 1, p => p.AllowClusterDns().NeedsNoApiServer("static"))).Emit(Engine.Cilium);
        """);
}
