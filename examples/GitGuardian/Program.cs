using GitGuardian;
using PolicyKit;
using PolicyKit.App;
using static PolicyKit.Dsl;

// dotnet run --project examples/GitGuardian -- emit --engine cilium
var options = new GitGuardianOptions
{
    Mode = RolloutMode.DryRun, // step one; step two is RolloutMode.Enforce: the same objects, updated
    AllowedNamespaces = ["ingress-nginx"],
    Entrances = [new(Port.Tcp(9808), Namespace("monitoring"), "Prometheus scrapes app-exporter")],
};

return PolicyApp.Create()
    .WithProfile(Path.Combine(AppContext.BaseDirectory, "profile.yaml"))
    .Add("gitguardian", () => GitGuardianPolicies.For(options))
    .Run(args);
