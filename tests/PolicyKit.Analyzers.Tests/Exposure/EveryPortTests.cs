namespace PolicyKit.Analyzers.Tests.Exposure;

/// <summary>PK2003: every port open to a peer.</summary>
public class EveryPortTests
{
    private static readonly RuleCheck Rule = new("PK2003");

    [TestCase("""_ = web.AllowIngress({|PK2003~:Port.Any|}).From(Namespace("a"));""")]
    [TestCase("""_ = web.AllowEgress({|PK2003~:Port.Any|}, Port.Https).To(Self);""")]
    [TestCase("""_ = web.AllowIngress([Port.Https, {|PK2003~:Port.Any|}]).Because("old clients").From(args.Select(one => Namespace(one)));""")]
    [TestCase("""_ = web.When(args.Length > 0, p => p.AllowIngress({|PK2003~:Port.Any|}).From(AnyNamespace));""")]
    public void Reported(string statement) => Rule.Check(Program(statement));

    [TestCase("""_ = web.AllowIngress(Port.AnyTcp).From(Namespace("a"));""", TestName = "Every_port_of_one_protocol")]
    [TestCase("""_ = web.AllowIngress(Port.TcpRange(1, 65535)).From(Namespace("a"));""", TestName = "A_range")]
    [TestCase("""_ = web.AllowIngress(Port.Parse(args[0])).From(Namespace("a"));""", TestName = "A_port_that_is_not_known")]
    [TestCase("""Console.Write(Port.Any);""", TestName = "The_word_outside_of_a_rule")]
    [TestCase("""_ = web.DenyIngressByDefault().DenyEgressByDefault();""", TestName = "No_rule")]
    [TestCase("""_ = web.AllowIngress(Any.Port).From(Namespace("a"));""", TestName = "A_port_of_somebody_else")]
    public void Silent(string statement) => Rule.Check(Program(statement));

    [TestCase("""AllowIngress(Port.Any).From(Namespace("a"), Self)""", "(1,38): info PK2003: This rule allows ingress on every port from Namespace(\"a\") and Self. Name the ports that are needed.")]
    [TestCase("""AllowEgress(Port.Any).To(Namespace(args[0]))""", "(1,37): info PK2003: This rule allows egress on every port. Name the ports that are needed.")]
    public void Messages_to_the_letter(string verbs, string printed) => Rule.Says($"_ = Policy.ForAllPods().{verbs};", printed);

    [Test]
    public void Configurable() => Rule.IsConfigurable("""_ = Policy.ForAllPods().AllowIngress(Port.Any).From(Self);""");

    private static string Program(string statement) => $$"""
        var web = Policy.ForPods(("app", "web"));
        {{statement}}

        static class Any
        {
            public static readonly Port Port = PolicyKit.Port.Https;
        }
        """;
}
