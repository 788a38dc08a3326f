using Jaas;
using PolicyKit;
using PolicyKit.App;
using static PolicyKit.Dsl;

// dotnet run --project examples/Jaas -- emit --engine cilium
var options = new JaasOptions
{
    Operator = new() { WebhookFrom = [ApiServer], McpFrom = [Namespace("agents")] }, // null: the renderer alone
    Egress = new()
    {
        ObjectStore = new(Port.Tcp(9000), Namespace("minio").Pods(("app", "minio"))), // outside: new(Port.Https, Cidr("198.51.100.0/24"))
        Collector = new(Port.OtlpGrpc, Namespace("observability").Pods(("app", "otel-collector"))),
    },
    DefaultDeny = true,
    FluxCounterpart = true,
};

return PolicyApp.Create()
    .WithProfile(Path.Combine(AppContext.BaseDirectory, "profile.yaml"))
    .Add("jaas", () => JaasPolicies.For(options))
    .Run(args);
