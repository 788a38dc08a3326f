using PolicyKit.CodeFixes;

namespace PolicyKit.Analyzers.Tests.Exposure;

/// <summary>PK2002: egress that reaches the address where clouds hand out credentials.</summary>
public class MetadataAddressTests
{
    private static readonly RuleCheck Rule = new("PK2002");

    [TestCase("""_ = web.AllowEgress(Port.Https).{|PK2002:ToAnywhere|}();""")]
    [TestCase("""_ = web.AllowEgress(Port.Any).To({|PK2002:Cidr("169.254.0.0/16")|});""")]
    [TestCase("""_ = web.AllowEgress(Port.Https).To(Namespace("data"), {|PK2002:OutsideCluster|});""")]
    [TestCase("""_ = web.AllowEgress([Port.Https]).To({|PK2002:Cidr("128.0.0.0/2").Except("10.0.0.0/8")|});""")]
    [TestCase("""_ = web.AllowEgress(Port.Https).To(Cidr(args[0]), {|PK2002:Dsl.Anywhere|});""")]
    public void Reported(string statement) => Rule.Check(Program(statement));

    [TestCase("""_ = web.AllowEgress(Port.Https).To(Internet);""", TestName = "Public_addresses")]
    [TestCase("""_ = web.AllowEgress(Port.Https).To(Cidr("169.254.0.0/16").Except("169.254.169.254/32"));""", TestName = "The_address_taken_out")]
    [TestCase("""_ = web.AllowEgress(Port.Tcp(80)).To(Cidr("169.254.169.254/32"));""", TestName = "The_address_by_itself")]
    [TestCase("""_ = web.AllowIngress(Port.Https).FromAnywhere();""", TestName = "Ingress")]
    [TestCase("""_ = web.AllowEgress(Port.Https).To(Cidr("0.0.0.0/0"));""", TestName = "Where_PK2001_says_more")]
    [TestCase("""_ = web.AllowEgress(Port.Https).To(Cidr("10.0.0.0/8"), AnyNamespace);""", TestName = "Elsewhere")]
    [TestCase("""_ = web.AllowEgress(Port.Https).To(args.Select(one => Cidr(one)));""", TestName = "Networks_that_are_not_known")]
    public void Silent(string statement) => Rule.Check(Program(statement));

    [TestCase("ToAnywhere()", "(1,49): warning PK2002: This rule allows egress to Anywhere, which holds the cloud's metadata address 169.254.169.254. Write Internet if public addresses are meant.")]
    [TestCase("""To(Cidr("169.254.0.0/16"))""", "(1,52): warning PK2002: This rule allows egress to Cidr(\"169.254.0.0/16\"), which holds the cloud's metadata address 169.254.169.254. Add .Except(\"169.254.169.254/32\").")]
    public void Messages_to_the_letter(string verb, string printed) => Rule.Says($"_ = Policy.ForAllPods().AllowEgress(Port.Https).{verb};", printed);

    [Test]
    public void Fix_takes_the_address_out_or_leaves_the_internet() => FixSnippet.Check<LeaveOutMetadataFix>(
        nameof(LeaveOutMetadataFix),
        """
        const string Local = "169.254.0.0/16"; // node caches
        _ = Policy.ForAllPods()
            .AllowEgress(Port.Dns).To(Cidr(Local), Self) // DNS
            .AllowEgress(Port.Https).To(Cidr("169.254.0.0/16")
                .Except("169.254.1.0/24"))
            .AllowEgress(Port.Https).To(Anywhere /* or */, Self).AllowEgress(Port.Metrics).To(Dsl.OutsideCluster)
            .AllowEgress(Port.Tcp(8443)).ToAnywhere(); // updates
        """,
        """
        const string Local = "169.254.0.0/16"; // node caches
        _ = Policy.ForAllPods()
            .AllowEgress(Port.Dns).To(Cidr(Local).Except("169.254.169.254/32"), Self) // DNS
            .AllowEgress(Port.Https).To(Cidr("169.254.0.0/16")
                .Except("169.254.1.0/24").Except("169.254.169.254/32"))
            .AllowEgress(Port.Https).To(Internet /* or */, Self).AllowEgress(Port.Metrics).To(Dsl.Internet)
            .AllowEgress(Port.Tcp(8443)).To(Internet); // updates
        """);

    [TestCase("""_ = Policy.ForAllPods().AllowEgress(Port.Https).ToAnywhere();""", "Write To(Internet)")]
    [TestCase("""_ = Policy.ForAllPods().AllowEgress(Port.Https).To(OutsideCluster);""", "Write Internet")]
    [TestCase("""_ = Policy.ForAllPods().AllowEgress(Port.Https).To(Cidr("169.254.0.0/16"));""", "Add .Except(\"169.254.169.254/32\")")]
    public void What_is_offered(string program, string title) => FixSnippet.Titles<LeaveOutMetadataFix>(program).ShouldBe([title]);

    [Test]
    public void Configurable() => Rule.IsConfigurable("""_ = Policy.ForAllPods().AllowEgress(Port.Https).ToAnywhere();""");

    private static string Program(string statement) => $"""
        var web = Policy.ForPods(("app", "web"));
        {statement}
        """;
}
