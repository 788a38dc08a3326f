namespace PolicyKit.Analyzers.Tests.Exposure;

/// <summary>PK2005: a port that is scanned for day and night, open to anywhere.</summary>
public class SensitivePortTests
{
    private static readonly RuleCheck Rule = new("PK2005");

    [TestCase("""_ = db.AllowIngress({|PK2005:Port.Tcp(5432)|}).FromAnywhere();""")]
    [TestCase("""_ = db.AllowIngress(Port.Https, {|PK2005:Port.TcpRange(20, 25)|}).From(Namespace("ops"), Internet);""")]
    [TestCase("""_ = db.AllowIngress({|PK2005:Port.Tcp(6379)|}).From(Cidr("0.0.0.0/1"), Cidr("128.0.0.0/1"));""")]
    [TestCase("""const int Mongo = 27017; _ = db.AllowIngress({|PK2005:Port.Named("mongo").At(Mongo)|}).From(OutsideCluster);""")]
    [TestCase("""_ = db.AllowIngress([Port.Parse(args[0]), {|PK2005:Port.AnyTcp|}]).From(Anywhere);""")]
    public void Reported(string statement) => Rule.Check(Program(statement));

    [TestCase("""_ = db.AllowIngress(Port.Tcp(5432)).From(Namespace("shop"), Cidr("198.51.100.0/24"));""", TestName = "A_sensitive_port_for_some")]
    [TestCase("""_ = db.AllowIngress(Port.Https).FromAnywhere();""", TestName = "Another_port_for_all")]
    [TestCase("""_ = db.AllowEgress(Port.Tcp(5432)).ToAnywhere();""", TestName = "Egress")]
    [TestCase("""_ = db.AllowIngress(Port.Udp(22)).FromAnywhere();""", TestName = "Another_protocol")]
    [TestCase("""_ = db.AllowIngress(Port.Named("postgres")).FromAnywhere();""", TestName = "A_name_says_no_number")]
    [TestCase("""_ = db.AllowIngress(Port.Tcp(5432)).From(Cidr(args[0]));""", TestName = "A_network_that_is_not_known")]
    [TestCase("""_ = db.AllowIngress(Port.Tcp(5432)).FromKubelet().AllowIngress(Port.Https).FromAnywhere();""", TestName = "The_port_of_another_rule")]
    public void Silent(string statement) => Rule.Check(Program(statement));

    [Test]
    public void Message_to_the_letter() => Rule.Says(
        "_ = Policy.ForAllPods().AllowIngress(Port.Tcp(22)).FromAnywhere();",
        "(1,38): warning PK2005: This rule opens port 22 (SSH) to anywhere. Name the peers that need it.");

    [TestCase("8086, 9000", "Port.Tcp(8086)", "This rule opens port 8086 to anywhere. Name the peers that need it.")]
    [TestCase("22,8086", "Port.Any", "This rule opens port 22 (SSH) to anywhere. Name the peers that need it.")]
    [TestCase("8086", "Port.Tcp(22)", null)]
    [TestCase("", "Port.Tcp(22)", null)]
    [TestCase("all, -1, 70000, 8086", "Port.TcpRange(8000, 9000)", "This rule opens port 8086 to anywhere. Name the peers that need it.")]
    public void A_project_has_a_list_of_its_own(string ports, string port, string? message) =>
        Rule.Found($"_ = Policy.ForAllPods().AllowIngress({port}).FromAnywhere();", $"policykit.sensitive_ports = {ports}")
            .Select(one => one.GetMessage(null)).ShouldBe(message is null ? [] : [message]);

    [Test]
    public void Configurable() => Rule.IsConfigurable("_ = Policy.ForAllPods().AllowIngress(Port.Tcp(22)).FromAnywhere();");

    private static string Program(string statement) => $"""
        var db = Policy.ForPods(("app", "db"));
        {statement}
        """;
}
