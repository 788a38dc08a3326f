namespace PolicyKit.Conformance;

/// <summary>Cilium's word for nodes in a ClusterNetworkPolicy leaves the pod's own node out, whether it allows or denies.</summary>
internal static class Case100
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web")).AllowEgress(Port.Tcp(10250)).To(Nodes).NeedsNoDns("the case is about nodes"),
            Policy.ForPods(("app", "db")).AllowEgress(Port.Https).ToAnywhere().NeedsNoDns("the case is about nodes")).InNamespace("shop")
            .NeedsNoApiServer("the case is about nodes");
}
