namespace PolicyKit.Analyzers.Tests.EgressReach;

/// <summary>What is a path to the API server or to DNS, what only may be one, and what is none.</summary>
public class PathTests
{
    [TestCase("AllowEgress(Port.ApiServer).To(ApiServer)")]
    [TestCase("AllowEgress(Port.Https).To(ApiServerAt(\"10.0.0.1/32\"))")]
    [TestCase("AllowEgress(Port.Https).ToAnywhere()")]
    [TestCase("AllowEgress(Port.Any).To(Self, OutsideCluster)")]
    [TestCase("AllowEgress(Port.TcpRange(6000, 7000)).To(Nodes)")]
    [TestCase("AllowEgress([Port.Dns, Port.Tcp(6443)]).To([Self, Nodes])")]
    [TestCase("AllowEgress(Port.Named(\"https\").At(443)).To(Nodes)")]
    [TestCase("AllowEgress(Port.Https).To(Unseen())")]
    [TestCase("AllowEgress(Port.Tcp(Number())).ToAnywhere()")]
    public void A_path_to_the_api_server(string rule) => Check(rule + ".NeedsNoDns(\"x\")");

    [TestCase("{|PK1001~:AllowEgress|}(Port.Https).To(Cidr(\"10.0.0.0/8\"))")]
    [TestCase("{|PK1001~:AllowEgress|}(Port.Tcp(6443)).To(Cidr(\"203.0.113.7/32\"))")]
    [TestCase("{|PK1001~:AllowEgress|}(Port.Any).To(Cidr(\"0.0.0.0/0\").Except(\"10.0.0.0/8\"))")]
    [TestCase("{|PK1001~:AllowEgress|}(Port.Https).To(Internet)")]
    [TestCase("{|PK1001~:AllowEgress|}(Port.Https).To(Fqdn(\"api.example.com\"))")]
    public void Perhaps_a_path_to_the_api_server(string rule) => Check(rule + ".NeedsNoDns(\"x\")");

    [TestCase("{|PK1001:AllowEgress|}(Port.Https).To(Cidr(\"198.51.100.0/24\"))")]
    [TestCase("{|PK1001:AllowEgress|}(Port.Tcp(4317)).To(Cidr(\"10.0.0.0/8\"))")]
    [TestCase("{|PK1001:AllowEgress|}(Port.Udp(443)).ToAnywhere()")]
    [TestCase("{|PK1001:AllowEgress|}(Port.Https).To(AnyNamespace)")]
    [TestCase("{|PK1001:AllowEgress|}(Port.Any).To(SameNamespace, Self)")]
    [TestCase("{|PK1001:AllowEgress|}(Port.Named(\"https\")).To(Namespace(\"kube-system\"))")]
    [TestCase("{|PK1001:AllowEgress|}(Port.Tcp(Number())).To(Namespace(\"data\").Pods((\"app\", \"db\")))")]
    public void No_path_to_the_api_server(string rule) => Check(rule + ".NeedsNoDns(\"x\")");

    [TestCase("AllowClusterDns()")]
    [TestCase("AllowEgress(Port.Dns).To(ClusterDns)")]
    [TestCase("AllowEgress(Port.Udp(53)).To(AnyNamespace.Pods((\"k8s-app\", \"kube-dns\")))")]
    [TestCase("AllowEgress(Port.Dns).To(Namespace(\"kube-system\"))")]
    [TestCase("AllowEgress(Port.Any).ToAnywhere()")]
    [TestCase("AllowEgress(Port.Https).To(Fqdn(\"example.com\"))")]
    [TestCase("AllowEgress(Port.Tcp(Number())).To(Namespace(\"data\"))")]
    public void A_path_to_dns(string rule) => Check(rule + ".NeedsNoApiServer(\"x\")");

    [TestCase("{|PK1002~:AllowEgress|}(Port.Dns).To(Cidr(\"169.254.20.10/32\"))")]
    [TestCase("{|PK1002~:AllowEgress|}(Port.Tcp(53)).To(Namespace(\"resolvers\"))")]
    [TestCase("{|PK1002~:AllowEgress|}(Port.Any).To(Cidr(\"10.0.0.0/8\"))")]
    public void Perhaps_a_path_to_dns(string rule) => Check(rule + ".NeedsNoApiServer(\"x\")");

    [TestCase("{|PK1002:AllowApiServer|}()")]
    [TestCase("{|PK1002:AllowEgress|}(Port.Tcp(9153)).To(ClusterDns)")]
    [TestCase("{|PK1002:AllowEgress|}(Port.Any).To(Namespace(\"data\"))")]
    [TestCase("{|PK1002:AllowEgress|}(Port.Any).To(Internet)")]
    [TestCase("{|PK1002:AllowEgress|}(Port.Sctp(53)).ToAnywhere()")]
    public void No_path_to_dns(string rule) => Check(rule + ".NeedsNoApiServer(\"x\")");

    private static void Check(string rule) => CutOff.Check($$"""
        PolicySet.Of(Policy.ForPods(("app", "web")).{{rule}}).Emit(Engine.Kubernetes);

        static EgressPeer Unseen() => Environment.TickCount > 0 ? throw new NotSupportedException() : (EgressPeer)new object();
        static int Number() => Environment.ProcessorCount;
        """);
}
