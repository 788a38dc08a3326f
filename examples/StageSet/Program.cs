using PolicyKit;
using PolicyKit.App;
using StageSet;
using static PolicyKit.Dsl;

// dotnet run --project examples/StageSet -- emit --engine cilium
var options = new StageSetOptions
{
    McpFrom = [Namespace("agents")],
    Egress = new()
    {
        Producers = [new(Port.Tcp(8082), Namespace("jaas-system").Pods(("app.kubernetes.io/name", "jaas")), "artifacts that JaaS renders")],
        RemoteApiServers = [new(Port.Tcp(6443), Cidr("192.0.2.10/32"))],
        ObjectStore = new(Port.Tcp(9000), Namespace("minio").Pods(("app", "minio"))), // outside: new(Port.Https, Cidr("198.51.100.0/24"))
        Collector = new(Port.OtlpGrpc, Cidr("203.0.113.10/32")),
        HttpTargets = [new(Port.Https, Cidr("203.0.113.64/26"), "an http action calls it")],
    },
    DefaultDeny = true,
};

return PolicyApp.Create()
    .WithProfile(Path.Combine(AppContext.BaseDirectory, "profile.yaml"))
    .Add("stageset", () => StageSetPolicies.For(options))
    .Run(args);
