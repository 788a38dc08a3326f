// The callers that are no pods have rules of their own.
internal sealed class Operator
{
    public Policy Policy { get; } = Policy.ForPods(("app", "operator"))
        .AllowIngress(Port.Webhook).From(Namespace("admission-tests"))
        .AllowIngress(Port.Webhook).From(ApiServer)
        .AllowIngress(Port.Probe).From(SameNamespace)
        .AllowIngress(Port.Probe).FromKubelet()
        .AllowIngress(Port.Metrics.At(8083)).From(Namespace("monitoring").Pods(("app", "prometheus")))
        .AllowClusterDns()
        .AllowApiServer();

    public EmitResult Emit() => PolicySet.Of(Policy.InNamespace("operators")).Emit(Engine.Cilium, ClusterProfile.Load("prod.yaml"));
}
