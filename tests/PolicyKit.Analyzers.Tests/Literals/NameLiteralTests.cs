namespace PolicyKit.Analyzers.Tests.Literals;

/// <summary>PK0006: labels and names that Kubernetes refuses.</summary>
public class NameLiteralTests
{
    [TestCase("""_ = Policy.ForPods(({|PK0006:"my app"|}, {|PK0006:"web!"|})).Named({|PK0006:"Web"|}).InNamespace({|PK0006:"shop_eu"|});""")]
    [TestCase("""_ = Policy.ForPods(("a", "b"), ("c", "d"), ("e", "f"), ("g", {|PK0006:"-"|}));""")]
    [TestCase("""_ = Namespaces("web", "shop", {|PK0006:"Data"|}).Pods((Key: {|PK0006:"app/"|}, Value: "x"));""")]
    [TestCase("""_ = Key({|PK0006:"tier "|}).In("edge", {|PK0006:"api/v1"|});""")]
    [TestCase("""_ = Labels(("app", "web"), ({|PK0006:""|}, "x")); _ = LabelSelector.Of(("app", {|PK0006:".web"|}));""")]
    [TestCase("""_ = Label.Of("app", {|PK0006:"a b"|}); _ = Annotation.Of({|PK0006:"a b"|}, "any text");""")]
    [TestCase("""_ = Policy.ForAllPods().WithLabels(("team", {|PK0006:"a team"|})).WithAnnotations(({|PK0006:"why so"|}, "any text"));""")]
    [TestCase("""PolicySet set = [Policy.ForAllPods().DenyIngressByDefault()]; _ = set.WithDefaultDeny({|PK0006:"Shop"|}, Directions.Ingress).InNamespace({|PK0006:"Shop"|});""")]
    [TestCase("""const string Team = "Team A"; _ = Policy.ForAllPods().Named({|PK0006:$"{Team}-web"|});""")]
    public void Reported(string statement) => Snippet.Check(statement);

    [TestCase("""_ = Policy.ForPods(("app.kubernetes.io/name", "Web_1.0")).Named("web").InNamespace("shop-eu");""", TestName = "Legal_names")]
    [TestCase("""_ = Policy.ForPods(("app", ""));""", TestName = "An_empty_value")]
    [TestCase("""_ = Policy.ForPods(("app", args[0])).Named(args[0].ToUpperInvariant());""", TestName = "Texts_that_are_not_known")]
    [TestCase("""_ = Policy.ForAllPods().WithAnnotations(("example.com/why", "Any text, with blanks!"));""", TestName = "The_value_of_an_annotation")]
    [TestCase("""_ = Policy.ForAllPods().AllowIngress(Port.Https).Because("Asked for by team A.").From(Self);""", TestName = "A_text_that_is_no_name")]
    [TestCase("""var label = ("my app", "web!"); _ = Policy.ForPods(label);""", TestName = "A_pair_kept_in_a_variable")]
    [TestCase("""Func<Policy> bad = () => Policy.ForAllPods().Named("Web"); bad();""", TestName = "A_test_that_expects_it")]
    [TestCase("""_ = new Dictionary<string, string> { ["my app"] = "web!" };""", TestName = "A_text_of_somebody_else")]
    public void Silent(string statement) => Snippet.Check(statement);

    [TestCase("Policy.ForAllPods().Named(\"Web\")", 31, "'Web' is not a policy name: 'W' is none of a-z, 0-9 and '-'. Did you mean 'web'?")]
    [TestCase("Key(\"a b\")", 9, "'a b' is not a label key: ' ' is none of letters, digits, '-', '_' and '.'. Leave it out, or write '-' there.")]
    [TestCase("Namespace(\"\")", 15, "An empty text is not a namespace. Write one such as 'web'.")]
    public void Message_to_the_letter(string expression, int column, string message) =>
        Snippet.Analyze(Snippet.Compile($"_ = {expression};")).Single().ToString().ShouldBe($"/app/Program1.cs(1,{column}): error PK0006: {message}");

    [TestCase("none", 0)]
    [TestCase("warning", 1)]
    public void Editorconfig_sets_the_severity(string severity, int findings) => Snippet.Analyze(
        Snippet.Compile("""_ = Namespace("Shop");"""), editorConfig: $"root = true\n[*.cs]\ndotnet_diagnostic.PK0006.severity = {severity}\n")
        .Count.ShouldBe(findings);
}
