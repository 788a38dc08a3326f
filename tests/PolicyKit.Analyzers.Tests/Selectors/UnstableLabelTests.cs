namespace PolicyKit.Analyzers.Tests.Selectors;

/// <summary>PK3007: a selector on a label that changes with every rollout.</summary>
public class UnstableLabelTests
{
    private static readonly RuleCheck Rule = new("PK3007");

    [TestCase("""_ = Policy.ForPods({|PK3007:("pod-template-hash", "5d4f")|});""")]
    [TestCase("""_ = Policy.ForPods(("app", "web"), ("tier", "x"), ("part", "y"), {|PK3007:("controller-revision-hash", "5d4f")|});""")]
    [TestCase("""_ = Policy.ForPods({|PK3007:Labels(("app", "web")).And(Key("pod-template-hash").NotIn("5d4f"))|});""")]
    [TestCase("""_ = web.AllowIngress(Port.Https).From({|PK3007:Pods(("pod-template-hash", "5d4f"))|});""")]
    [TestCase("""const string Hash = "pod-template-generation"; _ = web.AllowEgress(Port.Https).To(Self, {|PK3007:Namespace("a").Pods((Hash, "3"))|});""")]
    public void Reported(string statement) => Rule.Check(Program(statement));

    [TestCase("""_ = Policy.ForPods(("app", "web"));""", TestName = "A_label_that_stays")]
    [TestCase("""_ = Policy.ForPods(Key("pod-template-hash").Exists());""", TestName = "Pods_that_have_the_label_at_all")]
    [TestCase("""_ = web.AllowIngress(Port.Https).From(Pods(Key("pod-template-hash").DoesNotExist()));""", TestName = "Pods_that_do_not_have_it")]
    [TestCase("""_ = Policy.ForPods((args[0], "5d4f"));""", TestName = "A_key_that_is_not_known")]
    [TestCase("""_ = Policy.ForPods(("app", "pod-template-hash"));""", TestName = "The_key_as_a_value")]
    [TestCase("""_ = web.WithLabels(("pod-template-hash", "5d4f")).WithAnnotations(("pod-template-hash", "5d4f"));""", TestName = "A_label_of_the_policy_itself")]
    [TestCase("""_ = web.AllowIngress(Port.Https).From(Namespaces(("pod-template-hash", "5d4f")));""", TestName = "A_label_of_namespaces")]
    public void Silent(string statement) => Rule.Check(Program(statement));

    [TestCase("""Policy.ForPods(("pod-template-hash", "5d4f"))""", "(1,20): warning PK3007: This policy selects its pods by 'pod-template-hash', which changes with every rollout. Select by a label that stays, such as 'app.kubernetes.io/name'.")]
    [TestCase("""Policy.ForAllPods().AllowIngress(Port.Https).From(Pods(("pod-template-hash", "5d4f")))""", "(1,55): warning PK3007: This rule selects peers by 'pod-template-hash', which changes with every rollout. Select by a label that stays, such as 'app.kubernetes.io/name'.")]
    public void Messages_to_the_letter(string policy, string printed) => Rule.Says($"_ = {policy};", printed);

    [Test]
    public void Configurable() => Rule.IsConfigurable("""_ = Policy.ForPods(("pod-template-hash", "5d4f"));""");

    private static string Program(string statement) => $"""
        var web = Policy.ForPods(("app", "web"));
        {statement}
        """;
}
