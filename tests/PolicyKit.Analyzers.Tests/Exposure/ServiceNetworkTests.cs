namespace PolicyKit.Analyzers.Tests.Exposure;

/// <summary>PK1009: a network where installers put Services, as a peer.</summary>
public class ServiceNetworkTests
{
    private static readonly RuleCheck Rule = new("PK1009");

    [TestCase("""_ = web.AllowEgress(Port.Https).To({|PK1009~:Cidr("10.96.0.1/32")|});""")]
    [TestCase("""_ = web.AllowEgress(Port.Https).To(Cidr("198.51.100.0/24"), {|PK1009~:Cidr("10.43.0.0/16").Except("10.43.1.0/24")|});""")]
    [TestCase("""const string Dns = "172.20.0.10/32"; _ = web.AllowIngress(Port.Dns).From([{|PK1009~:Cidr(Dns)|}]);""")]
    [TestCase("""_ = web.When(args.Length > 0, p => p.AllowEgress(Port.Https).To(Other(), {|PK1009~:Dsl.Cidr("172.30.0.1/32")|}));""")]
    public void Reported(string statement) => Rule.Check(Program(statement));

    [TestCase("""_ = web.AllowEgress(Port.Https).To(Cidr("10.0.0.0/8"));""", TestName = "A_network_that_holds_more_than_Services")]
    [TestCase("""_ = web.AllowEgress(Port.Https).To(Cidr("10.0.0.0/8").Except("10.96.0.0/12"));""", TestName = "Services_taken_out")]
    [TestCase("""_ = web.AllowEgress(Port.Https).To(Cidr(args[0]));""", TestName = "A_network_that_is_not_known")]
    [TestCase("""_ = web.AllowApiServer().AllowEgress(Port.Https).To(ApiServerAt("10.96.0.1/32"));""", TestName = "The_API_server_at_an_address")]
    [TestCase("""var services = Cidr("10.96.0.0/12"); Console.Write(services);""", TestName = "A_network_that_is_no_peer")]
    [TestCase("""_ = CidrBlock.Parse("10.96.0.0/12").Contains(CidrBlock.Parse("10.96.0.1/32"));""", TestName = "Arithmetic")]
    public void Silent(string statement) => Rule.Check(Program(statement));

    [Test]
    public void Message_to_the_letter() => Rule.Says(
        """_ = Policy.ForAllPods().AllowEgress(Port.Https).To(Cidr("10.96.0.1/32"));""",
        "(1,52): info PK1009: This rule names '10.96.0.1/32', where many clusters have their Services: policies act after translation and never see such an address. Name the pods behind the Service, or ClusterDns, or ApiServer.");

    [Test]
    public void Configurable() => Rule.IsConfigurable("""_ = Policy.ForAllPods().AllowEgress(Port.Https).To(Cidr("10.96.0.1/32"));""");

    private static string Program(string statement) => $$"""
        var web = Policy.ForPods(("app", "web"));
        {{statement}}

        static Peer Other() => Namespace("other");
        """;
}
