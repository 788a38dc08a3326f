using PolicyKit.Manifests;
using PolicyKit.Tests.Compiling;
using PolicyKit.Tests.Shared;

namespace PolicyKit.Tests.Documentation;

/// <summary>Each way to use the library from another program is an example that is compiled and run as it stands.</summary>
[NonParallelizable]
public sealed class StylesTests
{
    [Test]
    public void Pulumi_takes_the_YAML()
    {
        var output = Run("pulumi.cs");

        output.ShouldStartWith("# policies\n---\n");
        ManifestReader.Read(output).Manifests.ShouldHaveSingleItem().Kind.ShouldBe("CiliumNetworkPolicy");
    }

    [Test]
    public void A_client_sends_the_JSON_of_each_manifest()
    {
        var requests = Run("kubernetes-client.cs").Split("PATCH ", StringSplitOptions.RemoveEmptyEntries);

        requests.Select(request => request.Split('\n')[0].Split('?')[0]).ShouldBe(
        [
            "/apis/networking.k8s.io/v1/namespaces/data/networkpolicies/database-from-orders",
            "/apis/networking.k8s.io/v1/namespaces/shop/networkpolicies/orders",
            "/apis/networking.k8s.io/v1/namespaces/shop/networkpolicies/orders-to-database",
        ]);
        foreach (var request in requests) ManifestReader.Read(request[request.IndexOf("\n\n", StringComparison.Ordinal)..]).Manifests.ShouldHaveSingleItem().Kind.ShouldBe("NetworkPolicy");
    }

    [Test]
    public void Constructs_take_dictionaries() =>
        ManifestReader.Read(Run("cdk8s.cs")).Manifests.ShouldBe(
            PolicySet.Of(Policy.ForPods(("app", "web")).AllowIngress(Port.Metrics).From(Dsl.Namespace("monitoring"))).InNamespace("shop").Emit(Engine.Calico).Manifests);

    private static string Run(string file)
    {
        var program = File.ReadAllText(Repository.File("examples", "styles", file));
        var (exitCode, output, errors) = new Snippet(string.Join('\n', program.Split('\n').Select(line => line.StartsWith("#:", StringComparison.Ordinal) ? "" : line))).Run();
        exitCode.ShouldBe(0, errors);
        return output;
    }
}
