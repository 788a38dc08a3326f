using PolicyKit.CodeFixes;

namespace PolicyKit.Analyzers.Tests.Finished;

/// <summary>PK3001 to PK3005: what an engine cannot say, where a set is emitted for an engine by its name.</summary>
public class EngineRuleTests
{
    private const string Web = """Policy.ForPods(("app", "web"))""";
    private const string Profile = "ClusterProfile.Load(\"prod.yaml\")";

    private static string Emitted(string policy, string engine, string profile = "") => $"PolicySet.Of({Web}{policy}).Emit(Engine.{engine}{(profile.Length == 0 ? "" : ", " + profile)});";

    [TestCase("Kubernetes", "")]
    [TestCase("Kubernetes", Profile)]
    [TestCase("Calico", "")]
    [TestCase("ClusterNetworkPolicy", "")]
    public void PK3001_reported(string engine, string profile) =>
        Only.Program("PK3001", Emitted(""".AllowEgress(Port.Https).To(Self, {|PK3001:Fqdn("api.example.com")|})""", engine, profile));

    [Test]
    public void PK3001_on_some_paths() =>
        Only.Program("PK3001", Emitted(""".When(Unseen.Flag, p => p.AllowEgress(Port.Https).To({|PK3001?:Fqdn("api.example.com")|}))""", "Kubernetes"));

    [TestCase("Cilium", "", TestName = "an engine that has host names")]
    [TestCase("Calico", Profile, TestName = "the profile may say enterprise")]
    [TestCase("ClusterNetworkPolicy", Profile, TestName = "the profile may say experimental")]
    public void PK3001_silent(string engine, string profile) => Only.Program("PK3001", Emitted(""".AllowEgress(Port.Https).To(Fqdn("api.example.com"))""", engine, profile));

    [TestCase("""PolicySet.Of(Policy.ForPods(("app", "web")).AllowEgress(Port.Https).To(Fqdn("a.example.com"))).Emit(Engine.All[0]);""", TestName = "an engine that is not named")]
    [TestCase("""PolicySet policies = [Policy.ForPods(("app", "web")).AllowEgress(Port.Https).To(Fqdn("a.example.com"))];""", TestName = "a set that is not emitted")]
    [TestCase("""foreach (var engine in Engine.All) PolicySet.Of(Policy.ForPods(("app", "web")).AllowEgress(Port.Https).To(Fqdn("a.example.com"))).Emit(engine);""", TestName = "a loop over engines")]
    [TestCase("""PolicySet.Of(Policy.ForPods(("app", "web")).AllowEgress(Port.Https).To(Fqdn(Unseen.Text))).Emit(Engine.Kubernetes);""", TestName = "a name that is not constant")]
    public void PK3001_nobody_knows(string program) => Only.Program("PK3001", program);

    [TestCase(".{|PK3002:AllowApiServer|}()", "Kubernetes")]
    [TestCase(".AllowEgress(Port.Https).To({|PK3002:ApiServer|})", "Calico")]
    [TestCase(".AllowIngress(Port.Webhook).From({|PK3002:ApiServer|})", "Cilium")]
    [TestCase(".AllowEgress(Port.Https).To({|PK3002:Nodes|})", "ClusterNetworkPolicy")]
    [TestCase(".AllowIngress(Port.Https).From({|PK3002:OutsideCluster|})", "Kubernetes")]
    [TestCase(".When(Unseen.Flag, p => p.{|PK3002?:AllowApiServer|}())", "Kubernetes")]
    public void PK3002_reported(string policy, string engine) => Only.Program("PK3002", Emitted(policy, engine));

    [TestCase(".AllowApiServer()", "Cilium", "", TestName = "an entity")]
    [TestCase(".AllowApiServer()", "Calico", "", TestName = "a Service")]
    [TestCase(".AllowApiServer()", "Kubernetes", Profile, TestName = "a profile")]
    [TestCase(""".AllowEgress(Port.ApiServer).To(ApiServerAt("203.0.113.7/32"))""", "Kubernetes", "", TestName = "addresses in the policy")]
    [TestCase(".AllowEgress(Port.Https).To(OutsideCluster)", "Cilium", "", TestName = "the world")]
    [TestCase(".AllowIngress(Port.Https).From(Nodes)", "ClusterNetworkPolicy", "", TestName = "nothing is written")]
    public void PK3002_silent(string policy, string engine, string profile) => Only.Program("PK3002", Emitted(policy, engine, profile));

    [TestCase(""".AllowEgress({|PK3003:Port.Metrics|}).To(Cidr("203.0.113.0/24"))""", "Calico")]
    [TestCase(""".AllowEgress(Port.Https, {|PK3003:Port.Named("grpc")|}).To(Fqdn("a.example.com"))""", "Cilium")]
    [TestCase(".AllowEgress({|PK3003:Port.Named(\"api\")|}).To(ApiServer)", "Cilium")]
    [TestCase(".AllowEgress(Port.Https, {|PK3003:Port.Metrics|}).To(Namespace(\"monitoring\"))", "Cilium")]
    public void PK3003_reported(string policy, string engine) => Only.Program("PK3003", Emitted(policy, engine));

    [TestCase(""".AllowEgress(Port.Metrics.At(8083)).To(Cidr("203.0.113.0/24"))""", "Cilium", TestName = "a number behind the name")]
    [TestCase(".AllowEgress(Port.Metrics).To(Namespace(\"monitoring\"))", "Kubernetes", TestName = "pods")]
    [TestCase(""".AllowIngress(Port.Metrics).From(Cidr("203.0.113.0/24"))""", "Cilium", TestName = "ingress")]
    [TestCase(".AllowEgress(Port.Metrics).To(Cidr(Unseen.Text))", "Kubernetes", TestName = "a peer that is not constant")]
    [TestCase(".AllowEgress(Port.Tcp(Unseen.Number)).To(Nodes)", "Cilium", TestName = "a port that is not constant")]
    public void PK3003_silent(string policy, string engine) => Only.Program("PK3003", Emitted(policy, engine));

    [TestCase("Kubernetes")]
    [TestCase("Cilium")]
    [TestCase("ClusterNetworkPolicy")]
    public void PK3004_reported(string engine) => Only.Program("PK3004", $"""
        {Emitted(".{|PK3004~:WithOrder|}(1).DenyIngressByDefault()", engine)}
        PolicySet.Of({Web}.DenyIngressByDefault())
            .{"{"}|PK3004~:WithDefaultDeny|{"}"}("x", Directions.Egress, order: 5).Emit(Engine.{engine});
        """);

    [TestCase("""PolicySet.Of(Policy.ForPods(("app", "web")).WithOrder(1).DenyIngressByDefault()).Emit(Engine.Calico);""", TestName = "an engine that ranks")]
    [TestCase("""PolicySet.Of(Policy.ForPods(("app", "web")).WithOrder(1).DenyIngressByDefault()).Emit(Engine.All[0]);""", TestName = "an engine that is not named")]
    [TestCase("""PolicySet policies = [Policy.ForPods(("app", "web")).WithOrder(1).DenyIngressByDefault()];""", TestName = "a set that is not emitted")]
    [TestCase("""PolicySet.Of(Policy.ForPods(("app", "web")).DenyIngressByDefault()).WithDefaultDeny("x", Directions.Egress).Emit(Engine.Kubernetes);""", TestName = "no order")]
    [TestCase("""PolicySet.Of(Policy.ForPods(("app", "web")).DenyIngressByDefault()).WithDefaultDeny(Directions.Egress, null).Emit(Engine.Kubernetes);""", TestName = "no order, said aloud")]
    public void PK3004_silent(string program) => Only.Program("PK3004", program);

    [TestCase("""{|PK3005:Cidr("203.0.113.0/24")|}""", "")]
    [TestCase("""{|PK3005:Cidr("10.0.0.0/8")|}""", "")]
    [TestCase("{|PK3005:Nodes|}", Profile)]
    public void PK3005_reported(string peer, string profile) => Only.Program("PK3005", Emitted($".AllowIngress(Port.Https).From({peer})", "ClusterNetworkPolicy", profile));

    [TestCase(""".AllowIngress(Port.Https).From(Cidr("203.0.113.0/24"))""", "Calico", "", TestName = "an engine that sees addresses")]
    [TestCase(""".AllowIngress(Port.Https).From(Cidr("10.0.0.0/8"))""", "ClusterNetworkPolicy", Profile, TestName = "the profile knows the pods")]
    [TestCase(""".AllowEgress(Port.Https).To(Cidr("203.0.113.0/24"))""", "ClusterNetworkPolicy", "", TestName = "egress to a network")]
    [TestCase(".AllowIngress(Port.Https).From(Cidr(Unseen.Text))", "ClusterNetworkPolicy", "", TestName = "a network that is not constant")]
    [TestCase(".AllowIngress(Port.Https).From(Self)", "ClusterNetworkPolicy", "", TestName = "pods are seen")]
    public void PK3005_silent(string policy, string engine, string profile) => Only.Program("PK3005", Emitted(policy, engine, profile));

    [Test]
    public void Messages_to_the_letter()
    {
        Only.Message("PK3001", Emitted(""".AllowEgress(Port.Https).To(Fqdn("a.example.com"))""", "Kubernetes"))
            .ShouldBe("This rule names the host 'a.example.com', and kubernetes has no egress by host name. Use an engine that has it, or write the host's network with Cidr(…).");
        Only.Message("PK3002", Emitted(".AllowApiServer()", "ClusterNetworkPolicy"))
            .ShouldBe("This rule allows the API server, and clusterNetworkPolicy can only say so by its address, which neither policy nor profile has. Give Emit a profile with 'apiServer.cidrs', or write ApiServerAt(…).");
        Only.Message("PK3003", Emitted(".AllowEgress(Port.Metrics).To(Nodes)", "Cilium"))
            .ShouldBe("This rule allows the named port 'metrics' toward Nodes: a name is looked up at the pod that receives, and there is none. Write the number: Port.Named(\"metrics\").At(…).");
        Only.Message("PK3004", Emitted(".WithOrder(1).DenyIngressByDefault()", "Cilium"))
            .ShouldBe("This policy has an order, and cilium has no place for it. Nothing has to change: an order never changes what a set means.");
        Only.Message("PK3005", Emitted(".AllowIngress(Port.Https).From(Nodes)", "ClusterNetworkPolicy"))
            .ShouldBe("This rule allows ingress from Nodes, which has no effect on clusterNetworkPolicy: it sees no sources but pods, and all others reach the pods anyway. Accept the gap 'outside-sources', or emit for an engine that sees addresses.");
    }

    [Test]
    public void The_address_of_the_API_server_is_left_to_a_person() => FixSnippet.Check<FillInAddressFix>(
        nameof(FillInAddressFix),
        """
        using PolicyKit;

        const string apiServerAddress = "203.0.113.7/32";
        PolicySet.Of(Policy.ForPods(("app", "web")).AllowApiServer().AllowClusterDns(), Policy.ForPods(("app", "job")).AllowEgress(Port.Https).To(Dsl.Self, Dsl.ApiServer)).Emit(Engine.Kubernetes);
        """,
        """
        using PolicyKit;
        using static PolicyKit.Dsl;

        const string apiServerAddress = "203.0.113.7/32";
        PolicySet.Of(Policy.ForPods(("app", "web")).AllowEgress(Port.ApiServer).To(ApiServerAt(apiServerAddress)).AllowClusterDns(), Policy.ForPods(("app", "job")).AllowEgress(Port.Https).To(Dsl.Self, Dsl.ApiServerAt(apiServerAddress))).Emit(Engine.Kubernetes);
        """);

    [TestCase(".AllowApiServer()", "Kubernetes", ".AllowEgress(Port.ApiServer).To(ApiServerAt(apiServerAddress))")]
    [TestCase(".AllowEgress(Port.Metrics).To(Nodes)", "Kubernetes", ".AllowEgress(Port.Metrics.At(metricsPort)).To(Nodes)")]
    public void What_is_left_to_a_person_does_not_compile_before_it_is_filled_in(string policy, string engine, string mended)
    {
        FixSnippet.Titles<FillInAddressFix>(Emitted(policy, engine)).Concat(FixSnippet.Titles<FillInNumberFix>(Emitted(policy, engine))).Count().ShouldBe(1);
        Snippet.CompileAnything(Emitted(mended, engine)).GetDiagnostics().Where(one => one.Severity is Microsoft.CodeAnalysis.DiagnosticSeverity.Error).Select(one => one.Id).ShouldBe(["CS0103"]);
    }

    [TestCase(".AllowIngress(Port.Webhook).From(ApiServer)", "Cilium", TestName = "where its calls come from is no address")]
    [TestCase(".AllowEgress(Port.Https).To(Nodes)", "Kubernetes", TestName = "the nodes are many")]
    public void No_address_is_asked_for(string policy, string engine) => FixSnippet.Titles<FillInAddressFix>(Emitted(policy, engine)).ShouldBeEmpty();

    [Test]
    public void The_number_of_a_port_is_left_to_a_person() => FixSnippet.Check<FillInNumberFix>(
        nameof(FillInNumberFix),
        """
        const int metricsPort = 8083, httpWebPort = 8080, port9p = 564;
        PolicySet.Of(
            Policy.ForPods(("app", "web")).AllowEgress(Port.Metrics, Port.Https).To(Cidr("203.0.113.0/24")),
            Policy.ForPods(("app", "disk")).AllowEgress(Port.Named("9p")).To(Namespace("shop")),
            Policy.ForPods(("app", "job")).AllowEgress(Port.Named("http-web")).To(Namespace("shop")))
            .Emit(Engine.Cilium);
        """,
        """
        const int metricsPort = 8083, httpWebPort = 8080, port9p = 564;
        PolicySet.Of(
            Policy.ForPods(("app", "web")).AllowEgress(Port.Metrics.At(metricsPort), Port.Https).To(Cidr("203.0.113.0/24")),
            Policy.ForPods(("app", "disk")).AllowEgress(Port.Named("9p").At(port9p)).To(Namespace("shop")),
            Policy.ForPods(("app", "job")).AllowEgress(Port.Named("http-web").At(httpWebPort)).To(Namespace("shop")))
            .Emit(Engine.Cilium);
        """);

    [Test]
    public void A_port_that_is_written_elsewhere_may_be_used_elsewhere_too() =>
        FixSnippet.Titles<FillInNumberFix>("""var port = Port.Metrics; _ = Policy.ForPods(("app", "web")).AllowEgress(port).To(Cidr("203.0.113.0/24"));""").ShouldBeEmpty();
}
