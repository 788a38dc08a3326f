namespace PolicyKit.Conformance;

/// <summary>A resolver that listens at a node's address is no network to Cilium: the nodes are opened, on its port.</summary>
internal static class Case104
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web")).AllowClusterDns().NeedsNoApiServer("the case is about DNS")).InNamespace("shop");
}
