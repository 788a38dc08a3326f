namespace PolicyKit.Analyzers.Tests.Finished;

/// <summary>PK0002: two policies of one set share a name and namespace.</summary>
public class SharedNameTests
{
    private const string Web = """Policy.ForPods(("app", "web"))""";

    [TestCase($$"""{{Web}}.DenyIngressByDefault(), {{Web}}.{|PK0002:Named|}("web").DenyEgressByDefault()""", TestName = "derived and given")]
    [TestCase($$"""{{Web}}.DenyIngressByDefault(), Policy.{|PK0002:ForPods|}(("app", "web"), ("tier", "x")).DenyEgressByDefault()""", TestName = "derived twice")]
    [TestCase($$"""{{Web}}.Named("a").InNamespace("x").DenyIngressByDefault(), {{Web}}.{|PK0002:Named|}("a").InNamespace("x").DenyEgressByDefault()""", TestName = "in a namespace")]
    [TestCase("""Policy.ForAllPods().DenyIngressByDefault(), Policy.{|PK0002:ForAllPods|}().DenyEgressByDefault()""", TestName = "all pods")]
    public void Reported(string policies) => Only.Check("PK0002", policies);

    [Test]
    public void The_namespace_of_the_set_counts() => Only.Program("PK0002", $$"""
        PolicySet.Of({{Web}}.InNamespace("shop").DenyIngressByDefault(), Policy.{|PK0002:ForPods|}(("app", "web")).DenyEgressByDefault()).InNamespace("shop").Emit(Engine.Cilium);
        PolicySet policies = [{{Web}}.DenyIngressByDefault(), {{Web}}.{|PK0002:Named|}("web").DenyEgressByDefault()];
        """);

    [Test]
    public void A_second_default_deny() => Only.Program("PK0002", $$"""
        PolicySet.Of({{Web}}.DenyIngressByDefault()).WithDefaultDeny("shop", Directions.Ingress).{|PK0002:WithDefaultDeny|}("shop", Directions.Egress).Emit(Engine.Cilium);
        """);

    [Test]
    public void On_some_paths() => Only.Program("PK0002", $$"""
        PolicySet.Of({{Web}}.DenyIngressByDefault()).When(Unseen.Flag, s => [.. s, {{Web}}.{|PK0002?:Named|}("web").DenyEgressByDefault()]).Emit(Engine.Cilium);
        """);

    [TestCase($$"""{{Web}}.DenyIngressByDefault(), {{Web}}.Named("web-egress").DenyEgressByDefault()""", TestName = "another name")]
    [TestCase($$"""{{Web}}.InNamespace("a").DenyIngressByDefault(), {{Web}}.InNamespace("b").DenyEgressByDefault()""", TestName = "another namespace")]
    [TestCase($$"""{{Web}}.DenyIngressByDefault(), {{Web}}.Named(Unseen.Text).DenyEgressByDefault()""", TestName = "a name that is not constant")]
    [TestCase($$"""{{Web}}.InNamespace(Unseen.Text).DenyIngressByDefault(), {{Web}}.InNamespace(Unseen.Text).DenyEgressByDefault()""", TestName = "namespaces that are not constant")]
    [TestCase($$"""{{Web}}.DenyIngressByDefault(), Unseen.Policy({{Web}}.DenyEgressByDefault())""", TestName = "a policy that is not seen whole")]
    [TestCase($$"""Policy.ForPods(("name", "web")).DenyIngressByDefault(), Policy.ForPods(("name", "web")).DenyEgressByDefault()""", TestName = "no name can be derived")]
    [TestCase($$"""{{Web}}.Named(Unseen.Flag ? "a" : "b").DenyIngressByDefault(), {{Web}}.Named("a").DenyEgressByDefault()""", TestName = "the name on some paths")]
    public void Silent(string policies) => Only.Check("PK0002", policies);

    [Test]
    public void Two_sets_may_share_names() => Only.Program("PK0002", $"""
        PolicySet.Of({Web}.DenyIngressByDefault()).Emit(Engine.Cilium);
        PolicySet.Of({Web}.DenyEgressByDefault()).Emit(Engine.Cilium);
        """);

    [Test]
    public void Message_to_the_letter() =>
        Only.Message("PK0002", $"""PolicySet.Of({Web}.InNamespace("x").DenyIngressByDefault(), {Web}.InNamespace("x").DenyEgressByDefault()).Emit(Engine.Cilium);""")
            .ShouldBe("Another policy of the set has the name 'web' in namespace 'x' too: the second object would replace the first. Give one of them another name with Named(…).");
}
