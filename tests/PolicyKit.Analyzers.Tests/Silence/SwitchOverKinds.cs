// A switch over a closed set of kinds, each with rules of its own.
internal enum Kind
{
    Web,
    Worker,
    Batch,
}

internal static class Kinds
{
    internal static Policy PolicyOf(Kind kind, string name) => kind switch
    {
        Kind.Web => Start(name).AllowIngress(Port.Https).From(Namespace("edge")),
        Kind.Worker => Start(name).AllowEgress(Port.Tcp(5672)).To(Namespace("queues")),
        Kind.Batch => Start(name).DenyIngressByDefault(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static Policy Start(string name) => Policy.ForPods(("app.kubernetes.io/name", name)).Named(name).AllowClusterDns().AllowApiServer();

    internal static EmitResult Emit() => new[] { Kind.Web, Kind.Worker }.Aggregate(PolicySet.Of(PolicyOf(Kind.Batch, "batch")), (set, kind) => [.. set, PolicyOf(kind, kind.ToString().ToLowerInvariant())]).InNamespace("shop").Emit(Engine.Cilium);
}
