namespace PolicyKit.Analyzers.Tests.Exposure;

/// <summary>PK2004: every pod of the cluster as a peer.</summary>
public class EveryPodTests
{
    private static readonly RuleCheck Rule = new("PK2004");

    [TestCase("""_ = web.AllowIngress(Port.Metrics).From({|PK2004~:AnyNamespace|});""")]
    [TestCase("""_ = web.AllowEgress(Port.Https).To(Cidr("198.51.100.0/24"), {|PK2004~:Dsl.AnyNamespace|});""")]
    [TestCase("""_ = web.AllowIngress(Port.Metrics).From([{|PK2004~:AnyNamespace.Pods(LabelSelector.Everything)|}]);""")]
    [TestCase("""_ = web.AllowIngress(Port.Named(args[0])).From({|PK2004~:Namespaces(LabelSelector.Everything)|});""")]
    public void Reported(string statement) => Rule.Check(Program(statement));

    [TestCase("""_ = web.AllowIngress(Port.Metrics).From(AnyNamespace.Pods(("app", "prometheus")));""", TestName = "Some_pods_of_every_namespace")]
    [TestCase("""_ = web.AllowIngress(Port.Metrics).From(SameNamespace);""", TestName = "Every_pod_of_one_namespace")]
    [TestCase("""_ = web.AllowIngress(Port.Metrics).From(Namespaces(("team", "shop")));""", TestName = "Some_namespaces")]
    [TestCase("""_ = web.AllowIngress(Port.Metrics).From(AnyNamespace.Pods(LabelSelector.Parse(args[0])));""", TestName = "Pods_that_are_not_known")]
    [TestCase("""_ = web.AllowIngress(Port.Any).From(AnyNamespace);""", TestName = "Where_PK2003_says_more")]
    [TestCase("""_ = Policy.ForAllPods().DenyIngressByDefault();""", TestName = "Every_pod_as_the_subject")]
    public void Silent(string statement) => Rule.Check(Program(statement));

    [Test]
    public void Message_to_the_letter() => Rule.Says(
        "_ = Policy.ForAllPods().AllowIngress(Port.Metrics).From(AnyNamespace);",
        "(1,57): info PK2004: This rule allows ingress from every pod of the cluster. Narrow it with AnyNamespace.Pods(…), or name the namespaces.");

    [Test]
    public void Configurable() => Rule.IsConfigurable("_ = Policy.ForAllPods().AllowIngress(Port.Metrics).From(AnyNamespace);");

    private static string Program(string statement) => $"""
        var web = Policy.ForPods(("app", "web"));
        {statement}
        """;
}
