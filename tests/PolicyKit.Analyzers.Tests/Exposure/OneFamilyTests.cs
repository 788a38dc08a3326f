using PolicyKit.CodeFixes;

namespace PolicyKit.Analyzers.Tests.Exposure;

/// <summary>PK2006: everywhere of one address family, and nothing of the other. Where it is the whole internet, PK2001 says more.</summary>
public class OneFamilyTests
{
    private static readonly RuleCheck Rule = new("PK2006");

    [TestCase("""_ = web.AllowEgress(Port.Https).To({|PK2006~:Cidr("0.0.0.0/0").Except("8.0.0.0/8", "169.254.169.254/32")|});""")]
    [TestCase("""_ = web.AllowIngress(Port.Https).From(Self, {|PK2006~:Cidr("::/0").Except("2000::/4")|});""")]
    [TestCase("""const string All = "0.0.0.0/0"; _ = web.AllowIngress(Port.Parse(args[0])).From([{|PK2006~:Dsl.Cidr(All).Except("8.0.0.0/7")|}]);""")]
    public void Reported(string statement) => Rule.Check(Program(statement));

    [TestCase("""_ = web.AllowIngress(Port.Https).From(Cidr("0.0.0.0/0").Except("8.0.0.0/8"), Cidr("::/0").Except("2000::/4"));""", TestName = "Both_families")]
    [TestCase("""_ = web.AllowIngress(Port.Https).From(Cidr("0.0.0.0/0"));""", TestName = "Where_PK2001_says_more")]
    [TestCase("""_ = web.AllowIngress(Port.Https).From(Cidr("10.0.0.0/8"));""", TestName = "A_network_that_is_not_everywhere")]
    [TestCase("""_ = web.AllowIngress(Port.Https).From(Cidr("0.0.0.0/0").Except("8.0.0.0/8"), Internet);""", TestName = "Everywhere_beside_it")]
    [TestCase("""_ = web.AllowIngress(Port.Https).From(Cidr("0.0.0.0/0").Except("8.0.0.0/8"), Cidr(args[0]));""", TestName = "Another_network_that_is_not_known")]
    [TestCase("""_ = web.AllowIngress(Port.Https).From([Cidr("0.0.0.0/0").Except("8.0.0.0/8"), .. args.Select(one => Cidr(one))]);""", TestName = "Networks_out_of_sight")]
    public void Silent(string statement) => Rule.Check(Program(statement));

    [Test]
    public void Message_to_the_letter() => Rule.Says(
        """_ = Policy.ForAllPods().AllowIngress(Port.Https).From(Cidr("0.0.0.0/0").Except("8.0.0.0/8"));""",
        "(1,55): info PK2006: This rule names IPv4 networks that are nearly everywhere, and nothing of IPv6. Add Cidr(\"::/0\") if the cluster has both families.");

    [Test]
    public void Fix_adds_the_other() => FixSnippet.Check<AddOtherFamilyFix>(
        nameof(AddOtherFamilyFix),
        """
        _ = Policy.ForAllPods()
            .AllowIngress(Port.Https).From(Cidr("0.0.0.0/0").Except("8.0.0.0/8") /* not them */, Self)
            .AllowIngress(Port.Metrics).From([Dsl.Cidr("::/0").Except("2000::/4")]); // all
        """,
        """
        _ = Policy.ForAllPods()
            .AllowIngress(Port.Https).From(Cidr("0.0.0.0/0").Except("8.0.0.0/8"), Cidr("::/0") /* not them */, Self)
            .AllowIngress(Port.Metrics).From([Dsl.Cidr("::/0").Except("2000::/4"), Dsl.Cidr("0.0.0.0/0")]); // all
        """);

    [Test]
    public void Configurable() => Rule.IsConfigurable("""_ = Policy.ForAllPods().AllowIngress(Port.Https).From(Cidr("0.0.0.0/0").Except("8.0.0.0/8"));""");

    private static string Program(string statement) => $"""
        var web = Policy.ForPods(("app", "web"));
        {statement}
        """;
}
