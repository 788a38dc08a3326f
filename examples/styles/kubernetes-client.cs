#:project ../../src/PolicyKit/PolicyKit.csproj
#:property PublishAot=false

// A program that talks to the API server: each manifest is the body of a server-side apply. The requests are printed instead of sent.
// Run it: dotnet run examples/styles/kubernetes-client.cs
// With the package KubernetesClient: KubernetesJson.Deserialize<V1NetworkPolicy>(manifest.ToJson()), or KubernetesYaml.LoadAllFromString(emitted.ToYaml()).
using PolicyKit;
using static PolicyKit.Dsl;

var orders = Workload.Of("orders", "shop", ("app", "orders")).WithPorts(Port.Named("http").At(8080));
var database = Workload.Of("database", "data", ("app", "postgres")).WithPorts(Port.Named("sql").At(5432));

PolicySet policies =
[
    Namespace("shop").Owned(),
    Namespace("data").Owned(),
    Policy.For(orders).AllowIngress(orders["http"]).From(Namespace("ingress-nginx")).AllowClusterDns(),
    .. Connection.Between(orders, database, database["sql"], because: "orders are stored"),
];

var emitted = policies.NeedsNoApiServer("nothing here calls it").Emit(Engine.Kubernetes);
foreach (var manifest in emitted.Manifests)
{
    Console.Write($"PATCH /apis/networking.k8s.io/v1/namespaces/{manifest.Namespace}/networkpolicies/{manifest.Name}?fieldManager=policykit\n");
    Console.Write($"Content-Type: application/apply-patch+yaml\n\n{manifest.ToJson()}\n");
}
