namespace PolicyKit.Analyzers.Tests.Finished;

/// <summary>PK1013: an allow rule in a namespace that is not the set's own.</summary>
public class ForeignNamespaceTests
{
    private const string Shop = """Policy.ForPods(("app", "web")).InNamespace("shop").AllowIngress(Port.Https).From(Self), Policy.ForPods(("app", "cart")).InNamespace("shop").AllowClusterDns()""";

    [TestCase($$"""{{Shop}}, Policy.ForPods(("app", "db")).InNamespace("data").{|PK1013:AllowIngress|}(Port.Tcp(5432)).From(Namespace("shop"))""")]
    [TestCase($$"""{{Shop}}, Policy.ForPods(("app", "db")).InNamespace("data").{|PK1013:AllowIngress|}(Port.Tcp(5432)).From(Namespace("shop")).AllowIngress(Port.Https).From(Self).{|PK1013:AllowClusterDns|}()""")]
    [TestCase("""Policy.ForPods(("app", "web")).InNamespace("shop").AllowClusterDns(), Policy.ForPods(("k8s-app", "kube-dns")).InNamespace("kube-system").{|PK1013:AllowIngress|}(Port.Dns).From(AnyNamespace)""")]
    public void Reported(string policies) => Only.Check("PK1013", policies);

    [TestCase(Shop, TestName = "one namespace")]
    [TestCase($$"""{{Shop}}, Policy.ForPods(("app", "db")).InNamespace("data").DenyIngressByDefault()""", TestName = "a deny allows nothing")]
    [TestCase($$"""{{Shop}}, Policy.ForPods(("app", "db")).InNamespace("data").AllowIngress(Port.Tcp(5432)).From(Namespace("shop")), Policy.ForAllPods().InNamespace("data").DenyIngressByDefault()""", TestName = "the set owns the namespace")]
    [TestCase("""Policy.ForPods(("app", "web")).InNamespace("a").AllowClusterDns(), Policy.ForPods(("app", "db")).InNamespace("b").AllowClusterDns()""", TestName = "no namespace is the set's own")]
    [TestCase($$"""{{Shop}}, Policy.ForPods(("app", "db")).InNamespace(Unseen.Text).AllowClusterDns()""", TestName = "a namespace that is not constant")]
    [TestCase($$"""{{Shop}}, Policy.ForAllPods().InNamespace("data").AllowClusterDns()""", TestName = "all pods of the namespace")]
    [TestCase($$"""{{Shop}}, Policy.ForPods(("app", "db")).InNamespace(Unseen.Flag ? "shop" : "data").AllowClusterDns()""", TestName = "foreign on some paths")]
    [TestCase($$"""{{Shop}}, Namespace("data").Owned(), Policy.ForPods(("app", "db")).InNamespace("data").AllowClusterDns()""", TestName = "said to be owned")]
    public void Silent(string policies) => Only.Check("PK1013", policies);

    [Test]
    public void A_part_of_a_set_has_no_home_yet() => Only.Program("PK1013", $$"""
        PolicySet part = [{{Shop}}, Policy.ForPods(("app", "db")).InNamespace("data").AllowClusterDns()];
        """);

    [Test]
    public void Message_to_the_letter() =>
        Only.Message("PK1013", $$"""PolicySet.Of({{Shop}}, Policy.ForPods(("app", "db")).InNamespace("data").AllowIngress(Port.Tcp(5432)).From(Namespace("shop"))).Emit(Engine.Cilium);""")
            .ShouldBe("This policy allows ingress in a namespace that is not the set's own, and so isolates pods there: what no policy of 'data' allows is cut off. See that a policy of 'data' allows the rest, or leave the rule to whoever owns it; if the namespace is yours, say Namespace(\"data\").Owned().");
}
