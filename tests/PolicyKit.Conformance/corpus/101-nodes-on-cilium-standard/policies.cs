namespace PolicyKit.Conformance;

/// <summary>In the standard channel there is no word for nodes at all; Cilium does not match them by network, so they are neither denied nor allowed.</summary>
internal static class Case101
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web")).AllowEgress(Port.Tcp(5432)).To(Pods(("app", "db"))).NeedsNoDns("the case is about nodes"),
            Policy.ForPods(("app", "db")).AllowEgress(Port.Https).ToAnywhere().NeedsNoDns("the case is about nodes"),
            Policy.ForPods(("app", "cache")).DenyEgressByDefault()).InNamespace("shop")
            .NeedsNoApiServer("the case is about nodes");
}
