namespace PolicyKit.Analyzers.Tests.Exposure;

/// <summary>PK2001: the whole internet, as networks that may have stayed from a draft, or said aloud.</summary>
public class WholeInternetTests
{
    private static readonly RuleCheck Rule = new("PK2001");

    [TestCase("""_ = web.AllowIngress(Port.Https).From({|PK2001:Cidr("0.0.0.0/0")|});""")]
    [TestCase("""_ = web.AllowEgress(Port.Https).To(Cidr("198.51.100.0/24"), {|PK2001:Cidr("::/0")|});""")]
    [TestCase("""_ = web.AllowEgress(Port.Https).To({|PK2001:Cidr("0.0.0.0/1")|}, Cidr("128.0.0.0/1"));""")]
    [TestCase("""_ = web.AllowEgress(Port.Https).To({|PK2001:Cidr("0.0.0.0/0").Except("10.0.0.0/8", "169.254.0.0/16")|});""")]
    [TestCase("""_ = web.AllowEgress(Port.Https).To({|PK2001~:Internet|});""")]
    [TestCase("""_ = web.AllowIngress(Port.Https).{|PK2001~:FromAnywhere|}();""")]
    [TestCase("""const string All = "0.0.0.0/0"; foreach (var name in args) web = web.AllowIngress(Port.Named(name)).From({|PK2001:Cidr(All)|});""")]
    public void Reported(string statement) => Rule.Check(Program(statement));

    [TestCase("""_ = web.AllowEgress(Port.Https).To(Cidr("0.0.0.0/1"));""", TestName = "Half_of_it")]
    [TestCase("""_ = web.AllowEgress(Port.Https).To(Cidr("0.0.0.0/0").Except("8.0.0.0/8"));""", TestName = "Not_all_that_is_public")]
    [TestCase("""_ = web.AllowEgress(Port.Https).To(Cidr("10.0.0.0/8"), Cidr("172.16.0.0/12"), Cidr("192.168.0.0/16"));""", TestName = "Everything_private")]
    [TestCase("""_ = web.AllowEgress(Port.Https).To(Cidr("0.0.0.0/1")).AllowEgress(Port.Dns).To(Cidr("128.0.0.0/1"));""", TestName = "Halves_in_two_rules")]
    [TestCase("""_ = web.AllowEgress(Port.Https).To(Cidr(args[0]), Cidr(Wide()));""", TestName = "Networks_that_are_not_known")]
    [TestCase("""_ = web.AllowEgress(Port.Https).To(AnyNamespace, Nodes);""", TestName = "All_that_is_inside")]
    [TestCase("""var all = new[] { "0.0.0.0/0" }; Console.Write(all[0]);""", TestName = "A_text_of_somebody_else")]
    public void Silent(string statement) => Rule.Check(Program(statement));

    [TestCase("""AllowIngress(Port.Https).From(Cidr("0.0.0.0/0"))""", "(1,55): warning PK2001: This rule allows ingress from Cidr(\"0.0.0.0/0\"), which is the whole internet. Write Internet or FromAnywhere() if that is meant; otherwise name the networks.")]
    [TestCase("""AllowEgress(Port.Https).To(Internet)""", "(1,52): info PK2001: This rule allows egress to the whole internet.")]
    [TestCase("""AllowIngress(Port.Https).FromAnywhere()""", "(1,50): info PK2001: This rule allows ingress from anywhere.")]
    public void Messages_to_the_letter(string verbs, string printed) => Rule.Says($"_ = Policy.ForAllPods().{verbs};", printed);

    [Test]
    public void Configurable() => Rule.IsConfigurable("""_ = Policy.ForAllPods().AllowIngress(Port.Https).From(Cidr("0.0.0.0/0"));""");

    private static string Program(string statement) => $$"""
        var web = Policy.ForPods(("app", "web"));
        {{statement}}

        static string Wide() => "0.0.0.0/0";
        """;
}
