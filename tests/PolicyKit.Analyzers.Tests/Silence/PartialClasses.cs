// One class a workload, its policies and its facts in parts.
internal static partial class Orders
{
    private const string Name = "orders";

    private static readonly LabelSelector Subject = Labels(("app", Name), ("tier", "backend"));

    internal static partial Policy Build(bool withQueue);
}

internal static partial class Orders
{
    private const int Port = 8080;

    internal static partial Policy Build(bool withQueue)
    {
        var policy = Policy.ForPods(Subject)
            .Named(Name)
            .InNamespace("shop")
            .AllowIngress(PolicyKit.Port.Tcp(Port)).From(Pods(Key("tier").In("frontend", "edge")));
        if (withQueue) policy = policy.AllowEgress(PolicyKit.Port.Tcp(5672)).To(Namespace("queues"));
        return policy.AllowApiServer().AllowClusterDns();
    }

    internal static EmitResult Emit() => PolicySet.Of(Build(withQueue: true), Policy.ForPods(Key("tier").NotIn("backend")).Named("others").InNamespace("shop").DenyEgressByDefault()).Emit(Engine.Cilium);
}
