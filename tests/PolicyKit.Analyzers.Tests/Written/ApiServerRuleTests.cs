using PolicyKit.Analyzers.Tests.Finished;
using PolicyKit.CodeFixes;

namespace PolicyKit.Analyzers.Tests.Written;

/// <summary>PK1004 and PK1005: the API server looked for by labels, or on the Service's port.</summary>
public class ApiServerRuleTests
{
    private const string Web = """var web = Policy.ForPods(("app", "web"))""";

    [TestCase("""AllowEgress(Port.Tcp(6443)).To({|PK1004:Namespace("kube-system").Pods(("component", "kube-apiserver"))|})""")]
    [TestCase("""AllowEgress(Port.Https).To(Self, {|PK1004:AnyNamespace.Pods(("app", "openshift-kube-apiserver"))|})""")]
    [TestCase("""AllowEgress(Port.Https).To({|PK1004:Namespace("default")|})""")]
    [TestCase("""AllowEgress(Port.ApiServer).To({|PK1004~:Namespace("kube-system")|})""")]
    [TestCase("""AllowEgress(Port.Tcp(Unseen.Number)).To({|PK1004:Namespace("kube-system").Pods(("component", "kube-apiserver"))|}, Namespace(Unseen.Text))""")]
    public void PK1004_reported(string rule) => Only.Program("PK1004", $"{Web}.{rule};");

    [TestCase("""AllowEgress(Port.ApiServer).To(ApiServer)""", TestName = "the word")]
    [TestCase("""AllowEgress(Port.Tcp(5432)).To(Namespace("default"))""", TestName = "another port")]
    [TestCase("""AllowEgress(Port.Https).To(Namespace("kube-system").Pods(("k8s-app", "metrics-server")))""", TestName = "other pods")]
    [TestCase("""AllowIngress(Port.Https).From(Namespace("kube-system").Pods(("component", "kube-apiserver")))""", TestName = "ingress is another question")]
    [TestCase("""AllowEgress(Port.Https).To(Namespace(Unseen.Text))""", TestName = "a namespace that is not constant")]
    [TestCase("""AllowEgress(Port.Https).To(Namespace("kube-system").Pods(("component", Unseen.Text)))""", TestName = "a label that is not constant")]
    [TestCase("""AllowEgress(Port.Https).To(Namespace("shop").Pods(("app", "apiserver-proxy")))""", TestName = "a label that only looks like it")]
    public void PK1004_silent(string rule) => Only.Program("PK1004", $"{Web}.{rule};");

    [TestCase("AllowEgress({|PK1005:Port.Https|}).To(ApiServer)")]
    [TestCase("AllowEgress({|PK1005:Port.Tcp(443)|}).To(ApiServerAt(\"203.0.113.7/32\"))")]
    [TestCase("{|PK1005:AllowEgress|}(Port.Https, Port.Tcp(8443)).To(Self, ApiServer)")]
    public void PK1005_reported(string rule) => Only.Program("PK1005", $"{Web}.{rule};");

    [TestCase("AllowEgress(Port.ApiServer).To(ApiServer)", TestName = "the port's word")]
    [TestCase("AllowEgress(Port.Https, Port.Tcp(6443)).To(ApiServer)", TestName = "both ports")]
    [TestCase("AllowEgress(Port.AnyTcp).To(ApiServer)", TestName = "every port")]
    [TestCase("AllowEgress(Port.Https).To(Cidr(\"203.0.113.7/32\"))", TestName = "an address without a profile")]
    [TestCase("AllowEgress(Port.Https, Port.Tcp(Unseen.Number)).To(ApiServer)", TestName = "a port that is not constant")]
    [TestCase("AllowEgress(Port.Tcp(6443)).To(ApiServer)", TestName = "the endpoint's port")]
    [TestCase("AllowIngress(Port.Https).From(ApiServer)", TestName = "ingress from the API server")]
    public void PK1005_silent(string rule) => Only.Program("PK1005", $"{Web}.{rule};");

    [Test]
    public void One_report_a_spot()
    {
        const string byLabels = """PolicySet.Of(Policy.ForPods(("app", "web")).AllowEgress(Port.Tcp(6443)).To({|PK1004:Namespace("kube-system").Pods(("component", "kube-apiserver"))|}).AllowClusterDns()).Emit(Engine.Cilium);""";
        Snippet.CheckOnly(["PK1001", "PK1004", "PK1005"], byLabels);
    }

    [Test]
    public void Messages_to_the_letter()
    {
        Only.Message("PK1004", $"""{Web}.AllowEgress(Port.Https).To(Pods(("component", "kube-apiserver")));""")
            .ShouldBe("This rule looks for the API server by the label 'component=kube-apiserver', and it is no pod that a selector sees. Write AllowApiServer().");
        Only.Message("PK1005", $"{Web}.AllowEgress(Port.Https).To(ApiServer);")
            .ShouldBe("This rule allows the API server on 443/TCP, and in many clusters its endpoints listen on 6443. Write Port.ApiServer: policies act on the endpoint's port, not on the Service's.");
    }

    [Test]
    public void Fix_of_the_peer() => FixSnippet.Check<ReplaceFix>(
        "instead",
        """
        var web = Policy.ForPods(("app", "web"))
            .AllowEgress(Port.ApiServer).To(Namespace("default")) // the API server
            .AllowEgress(Port.ApiServer).To(Pods(("component", "kube-apiserver")));
        """,
        """
        var web = Policy.ForPods(("app", "web"))
            .AllowEgress(Port.ApiServer).To(ApiServer) // the API server
            .AllowEgress(Port.ApiServer).To(ApiServer);
        """);

    [Test]
    public void Fix_of_the_port() => FixSnippet.Check<ReplaceFix>(
        "instead",
        "var web = Policy.ForPods((\"app\", \"web\")).AllowEgress(Port.Https).To(ApiServer).AllowEgress(Port.Tcp(443)).To(ApiServer);",
        "var web = Policy.ForPods((\"app\", \"web\")).AllowEgress(Port.ApiServer).To(ApiServer).AllowEgress(Port.ApiServer).To(ApiServer);");
}
