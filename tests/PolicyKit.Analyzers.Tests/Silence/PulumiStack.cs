// A Pulumi program: the stack gives its manifests to the provider as one text.
using System.Threading.Tasks;

await Deployment.RunAsync<ShopStack>();

internal sealed class ShopStack : Stack
{
    public ShopStack()
    {
        var config = new Config("shop");
        var isProduction = config.Get("environment") == "production";

        PolicySet policies =
        [
            Policy.ForPods(("app.kubernetes.io/name", "web"))
                .Named("web")
                .AllowIngress(Port.Named("http")).From(Namespace("ingress-nginx").Pods(("app.kubernetes.io/name", "ingress-nginx")))
                .AllowIngress(Port.Metrics).Because("scraped every 30 seconds").From(Namespace("monitoring"))
                .AllowEgress(Port.Tcp(5432)).To(Pods(("app.kubernetes.io/name", "postgres")))
                .AllowClusterDns()
                .NeedsNoApiServer("a web application"),
            Policy.ForPods(("app.kubernetes.io/name", "postgres"))
                .Named("postgres")
                .AllowIngress(Port.Tcp(5432)).From(Pods(("app.kubernetes.io/name", "web")))
                .When(isProduction, policy => policy.AllowIngress(Port.Tcp(9187)).From(Namespace("monitoring"))),
        ];

        var emitted = policies.InNamespace("shop").WithLabels(("app.kubernetes.io/managed-by", "pulumi")).Emit(Engine.Kubernetes);
        Manifests = new ConfigGroup("network-policies", new ConfigGroupArgs { Yaml = emitted.ToYaml() });
    }

    public ConfigGroup Manifests { get; }
}

internal abstract class Stack;

internal static class Deployment
{
    public static Task<int> RunAsync<T>()
        where T : Stack, new()
    {
        _ = new T();
        return Task.FromResult(0);
    }
}

internal sealed record Config(string Name)
{
    public string? Get(string key) => key.Length > 0 ? Name : null;
}

internal sealed record ConfigGroup(string Name, ConfigGroupArgs Args);

internal sealed class ConfigGroupArgs
{
    public required string Yaml { get; init; }
}
