using PolicyKit.CodeFixes;

namespace PolicyKit.Analyzers.Tests.Finished;

/// <summary>PK4002: a rule that an earlier, wider one contains.</summary>
public class RedundantTests
{
    private const string Web = """Policy.ForPods(("app", "web"))""";

    [TestCase($$"""{{Web}}.AllowIngress(Port.Https).From(Self).{|PK4002~:AllowIngress|}(Port.Https).From(Self)""")]
    [TestCase($$"""{{Web}}.AllowEgress(Port.AnyTcp).To(Cidr("198.51.0.0/16")).DenyIngressByDefault().{|PK4002~:AllowEgress|}(Port.Tcp(5432)).To(Cidr("198.51.100.0/24"))""")]
    [TestCase($$"""{{Web}}.AllowIngress(Port.Https).FromAnywhere().When(Unseen.Flag, p => p.{|PK4002~:AllowIngress|}(Port.Https).From(Namespace("a")))""")]
    [TestCase($$"""{{Web}}.AllowIngress({|PK4002~:Port.Any|}, Port.Https).From(Self)""")]
    public void Reported(string policies) => Only.Check("PK4002", policies);

    [TestCase($$"""{{Web}}.AllowIngress(Port.Https).From(Self).AllowIngress(Port.Metrics).From(Self)""", TestName = "other ports")]
    [TestCase($$"""{{Web}}.AllowIngress(Port.Https).From(Self).AllowEgress(Port.Https).To(Self)""", TestName = "the other direction")]
    [TestCase($$"""{{Web}}.AllowIngress(Port.Https).From(Self).AllowIngress(Port.Https).FromAnywhere()""", TestName = "the wider one comes later")]
    [TestCase($$"""{{Web}}.When(Unseen.Flag, p => p.AllowIngress(Port.Https).FromAnywhere()).AllowIngress(Port.Https).From(Self)""", TestName = "the wider one on some paths")]
    [TestCase($$"""{{Web}}.AllowIngress(Port.Https).From(Namespace(Unseen.Text)).AllowIngress(Port.Https).From(Namespace(Unseen.Text))""", TestName = "peers that are not constant")]
    [TestCase($$"""{{Web}}.AllowEgress(Port.Https).To(Cidr("10.0.0.0/8").Except("10.1.0.0/16")).AllowEgress(Port.Https).To(Cidr("10.1.2.0/24"))""", TestName = "inside an exception")]
    [TestCase($$"""{{Web}}.AllowIngress(Port.Https).From(Self), Policy.ForPods(("app", "job")).AllowIngress(Port.Https).From(Self)""", TestName = "two policies")]
    [TestCase($$"""{{Web}}.ForEach(Environment.GetCommandLineArgs(), (p, name) => p.AllowIngress(Port.Https).From(Namespace("a")))""", TestName = "the same rule again in a loop")]
    public void Silent(string policies) => Only.Check("PK4002", policies);

    [Test]
    public void Messages_to_the_letter()
    {
        Only.Message("PK4002", $"PolicySet policies = [{Web}.AllowIngress(Port.Https).From(Self).AllowIngress(Port.Https).From(Self)];")
            .ShouldBe("This rule allows nothing here that an earlier rule does not allow already. Remove it, or narrow the earlier one.");
        Only.Message("PK4002", $"PolicySet policies = [{Web}.AllowIngress(Port.Any, Port.Https).From(Self)];")
            .ShouldBe("This rule names Port.Any beside other ports, which are part of it. Leave one of them.");
    }

    [Test]
    public void Fix() => FixSnippet.Check<RemoveRuleFix>(
        "remove",
        """
        PolicySet policies =
        [
            Policy.ForPods(("app", "web"))
                .AllowIngress(Port.Https).From(Self) // replicas
                .AllowIngress(Port.Https).From(Self)
                .AllowIngress(Port.Https).Because("again").From(Self),
            Policy.ForPods(("app", "job")).AllowEgress(Port.AnyTcp).To(Self).AllowEgress(Port.Https).To(Self).NeedsNoDns("x"),
        ];
        """,
        """
        PolicySet policies =
        [
            Policy.ForPods(("app", "web"))
                .AllowIngress(Port.Https).From(Self), // replicas
            Policy.ForPods(("app", "job")).AllowEgress(Port.AnyTcp).To(Self).NeedsNoDns("x"),
        ];
        """);

    [Test]
    public void Fix_of_words_that_are_a_rule_by_themselves() => FixSnippet.Check<RemoveRuleFix>(
        "remove",
        """
        var job = Policy.ForPods(("app", "job"))
            .AllowIngress(Port.Https).From(Self)
            .AllowApiServer() // reads Secrets
            .AllowClusterDns()
            .AllowApiServer()
            .When(args.Length > 0, p => p.AllowClusterDns()); // again
        PolicySet.Of(job).Emit(Engine.Cilium);
        """,
        """
        var job = Policy.ForPods(("app", "job"))
            .AllowIngress(Port.Https).From(Self)
            .AllowApiServer() // reads Secrets
            .AllowClusterDns()
            .When(args.Length > 0, p => p); // again
        PolicySet.Of(job).Emit(Engine.Cilium);
        """);

    [Test]
    public void Comments_stay_where_a_statement_ends() => FixSnippet.Check<RemoveRuleFix>(
        "remove",
        """
        var web = Policy.ForPods(("app", "web"))
            .AllowIngress(Port.Https).From(Self) // replicas
            .AllowIngress(Port.Https).From(Self); // and again
        PolicySet.Of(web).Emit(Engine.Cilium);
        """,
        """
        var web = Policy.ForPods(("app", "web"))
            .AllowIngress(Port.Https).From(Self); // replicas // and again
        PolicySet.Of(web).Emit(Engine.Cilium);
        """);
}
