// One program for every cluster: the engine and the stage come from the command line.
if (args is not [var engineName, var stageName, ..])
{
    Console.Error.WriteLine("usage: policies ENGINE STAGE");
    return 2;
}

var stage = stageName switch { "production" => Stage.Production, "staging" => Stage.Staging, _ => Stage.Development };
Engine engine = engineName switch
{
    "cilium" => Engine.Cilium,
    "calico" => Engine.Calico,
    _ => Engine.Kubernetes,
};

var database = stage switch
{
    Stage.Production => Cidr("198.51.100.0/28"),
    Stage.Staging => Cidr("198.51.100.16/28"),
    _ => (Peer)Pods(("app", "postgres")),
};
var web = Policy.ForPods(("app", "web")).InNamespace($"shop-{stage}".ToLowerInvariant())
    .AllowIngress(stage is Stage.Development ? Port.Tcp(8080) : Port.Https).From(Namespace("gateway"))
    .AllowEgress(Port.Tcp(5432)).To(database)
    .AllowClusterDns()
    .AllowApiServer();
PolicySet policies = [web];
if (stage is Stage.Staging) policies = policies.InMode(RolloutMode.DryRun);
return policies.Emit(engine).Print();

internal enum Stage
{
    Development,
    Staging,
    Production,
}
