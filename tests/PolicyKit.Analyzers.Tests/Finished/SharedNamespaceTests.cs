namespace PolicyKit.Analyzers.Tests.Finished;

/// <summary>PK1007: a default deny for a namespace that others use too.</summary>
public class SharedNamespaceTests
{
    [TestCase("""Policy.ForAllPods().InNamespace("kube-system").{|PK1007:DenyIngressByDefault|}()""")]
    [TestCase("""Policy.ForAllPods().{|PK1007:DenyIngressByDefault|}().{|PK1007:DenyEgressByDefault|}().InNamespace("default")""")]
    [TestCase("""Policy.ForAllPods().InNamespace("flux-system").{|PK1007:DenyEgressByDefault|}().AllowIngress(Port.Https).From(Self)""")]
    public void Reported(string policies) => Only.Check("PK1007", policies);

    [Test]
    public void By_the_set() => Only.Program("PK1007", """
        PolicySet.Of(Policy.ForAllPods().{|PK1007:DenyIngressByDefault|}()).InNamespace("argocd").Emit(Engine.Cilium);
        PolicySet.Of(Policy.ForPods(("app", "x")).AllowClusterDns()).{|PK1007:WithDefaultDeny|}("kube-system", Directions.Both).Emit(Engine.Cilium);
        """);

    [TestCase("""Policy.ForAllPods().InNamespace("shop").DenyIngressByDefault()""", TestName = "a namespace of its own")]
    [TestCase("""Policy.ForPods(("app", "agent")).InNamespace("kube-system").DenyIngressByDefault()""", TestName = "some pods")]
    [TestCase("""Policy.ForAllPods().InNamespace("kube-system").DenyIngressByDefault().AllowIngress(Port.Dns).From(AnyNamespace)""", TestName = "with a rule")]
    [TestCase("""Policy.ForAllPods().InNamespace(Unseen.Text).DenyIngressByDefault()""", TestName = "a namespace that is not constant")]
    [TestCase("""Policy.ForAllPods().InNamespace("kube-system").DenyIngressByDefault().Native(Engine.Cilium, ingress: "- {}")""", TestName = "native text")]
    [TestCase("""Policy.ForAllPods().InNamespace("kube-system").When(Unseen.Flag, p => p.DenyIngressByDefault())""", TestName = "on some paths")]
    [TestCase("""Policy.ForAllPods().InNamespace("default").DenyIngressByDefault(), Namespace("default").Owned()""", TestName = "said to be owned")]
    public void Silent(string policies) => Only.Check("PK1007", policies);

    [Test]
    public void Editorconfig_names_further_namespaces()
    {
        var program = Snippet.Compile("""PolicySet.Of(Policy.ForAllPods().InNamespace("platform").DenyIngressByDefault()).Emit(Engine.Cilium);""");
        Snippet.Analyze(program, editorConfig: "root = true\n[*.cs]\npolicykit.shared_namespaces = ingress-nginx, platform\n").ShouldContain(one => one.Id == "PK1007");
        Snippet.Analyze(program, editorConfig: "root = true\n[*.cs]\npolicykit.shared_namespaces = platforms\n").ShouldNotContain(one => one.Id == "PK1007");
    }

    [Test]
    public void Message_to_the_letter() => Only.Message("PK1007", """PolicySet.Of(Policy.ForAllPods().InNamespace("default").DenyEgressByDefault()).Emit(Engine.Cilium);""")
        .ShouldBe("This policy denies egress of every pod in namespace 'default', which others use too. Select the pods that are yours with ForPods(…); if all of them are, say Namespace(\"default\").Owned().");
}
