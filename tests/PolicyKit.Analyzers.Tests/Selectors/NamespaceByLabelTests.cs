using PolicyKit.CodeFixes;

namespace PolicyKit.Analyzers.Tests.Selectors;

/// <summary>PK4001: a namespace chosen by a label that nothing guarantees to be its name.</summary>
public class NamespaceByLabelTests
{
    private static readonly RuleCheck Rule = new("PK4001");

    [TestCase("""_ = web.AllowIngress(Port.Metrics).From({|PK4001:Namespaces(("name", "monitoring"))|});""")]
    [TestCase("""_ = web.AllowEgress(Port.Dns).To(Self, {|PK4001:Namespaces(("name", "kube-system"))|}.Pods(("k8s-app", "kube-dns")));""")]
    [TestCase("""_ = web.AllowIngress(Port.Parse(args[0])).From([{|PK4001:Dsl.Namespaces(Key("namespace").In("a", "b"))|}]);""")]
    [TestCase("""const string Name = "name"; _ = web.AllowIngress(Port.Metrics).From({|PK4001:Namespaces(("team", "shop"), (Name, "monitoring"))|});""")]
    public void Reported(string statement) => Rule.Check(Program(statement));

    [TestCase("""_ = web.AllowIngress(Port.Metrics).From(Namespace("monitoring"));""", TestName = "By_its_name")]
    [TestCase("""_ = web.AllowIngress(Port.Metrics).From(Namespaces(("kubernetes.io/metadata.name", "monitoring")));""", TestName = "By_the_label_that_the_control_plane_sets")]
    [TestCase("""_ = web.AllowIngress(Port.Metrics).From(Namespaces(("team", "name")));""", TestName = "By_another_label")]
    [TestCase("""_ = web.AllowIngress(Port.Metrics).From(AnyNamespace.Pods(("name", "prometheus")), Pods(("name", "x")));""", TestName = "Pods_by_such_a_label")]
    [TestCase("""_ = Policy.ForPods(("name", "web"));""", TestName = "The_subject_by_such_a_label")]
    [TestCase("""_ = web.AllowIngress(Port.Metrics).From(Namespaces((args[0], "monitoring")));""", TestName = "A_key_that_is_not_known")]
    public void Silent(string statement) => Rule.Check(Program(statement));

    [TestCase("""Namespaces(("name", "monitoring"))""", "(1,57): warning PK4001: This rule chooses namespaces by the label 'name', which nothing guarantees to be their name. Write Namespace(\"monitoring\").")]
    [TestCase("""Namespaces(Key("name").Exists())""", "(1,57): warning PK4001: This rule chooses namespaces by the label 'name', which nothing guarantees to be their name. Use 'kubernetes.io/metadata.name', which the control plane sets.")]
    [TestCase("""Namespaces(("name", "Monitoring"))""", "(1,57): warning PK4001: This rule chooses namespaces by the label 'name', which nothing guarantees to be their name. Use 'kubernetes.io/metadata.name', which the control plane sets.")]
    public void Messages_to_the_letter(string peer, string printed) => Rule.Says($"_ = Policy.ForAllPods().AllowIngress(Port.Metrics).From({peer});", printed);

    [Test]
    public void Fix_writes_the_name() => FixSnippet.Check<ReplaceFix>(
        "instead",
        """
        _ = Policy.ForAllPods()
            .AllowIngress(Port.Metrics).From(Namespaces(("name", "monitoring")) /* scrapes */)
            .AllowEgress(Port.Dns).To(Namespaces(("name", "kube-system")).Pods(("k8s-app", "kube-dns")), // DNS
                Self)
            .AllowEgress(Port.Https).To(Dsl.Namespaces(Key("namespace").In("b", "a")));
        """,
        """
        _ = Policy.ForAllPods()
            .AllowIngress(Port.Metrics).From(Namespace("monitoring") /* scrapes */)
            .AllowEgress(Port.Dns).To(Namespace("kube-system").Pods(("k8s-app", "kube-dns")), // DNS
                Self)
            .AllowEgress(Port.Https).To(Namespaces("a", "b"));
        """);

    [Test]
    public void No_fix_drops_another_label() => FixSnippet.Titles<ReplaceFix>("""_ = Policy.ForAllPods().AllowIngress(Port.Metrics).From(Namespaces(("team", "shop"), ("name", "monitoring")));""").ShouldBeEmpty();

    [Test]
    public void Configurable() => Rule.IsConfigurable("""_ = Policy.ForAllPods().AllowIngress(Port.Metrics).From(Namespaces(("name", "monitoring")));""");

    private static string Program(string statement) => $"""
        var web = Policy.ForPods(("app", "web"));
        {statement}
        """;
}
