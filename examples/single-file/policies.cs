#:project ../../src/PolicyKit/PolicyKit.csproj
#:property PublishAot=false

// Run it: dotnet run examples/single-file/policies.cs
using PolicyKit;
using static PolicyKit.Dsl;

var cluster = new ClusterProfile
{
    ApiServer = new() { Cidrs = [CidrBlock.Parse("10.0.0.1/32")], Ports = [6443], OnNodes = false },
};

var web = Policy.ForPods(("app", "web"))
    .AllowIngress(Port.Tcp(8080)).From(Namespace("ingress-nginx"))
    .AllowIngress(Port.Metrics).Because("Prometheus scrapes /metrics").From(Namespace("monitoring"))
    .AllowClusterDns()
    .AllowApiServer();

PolicySet shop = [web];

return shop.InNamespace("shop").WithDefaultDeny(Directions.Ingress).Emit(Engine.Kubernetes, cluster).Print();
