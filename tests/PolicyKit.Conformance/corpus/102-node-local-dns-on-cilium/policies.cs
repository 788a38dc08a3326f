namespace PolicyKit.Conformance;

/// <summary>A NetworkPolicy on Cilium has no word for the pod's own node, where NodeLocal answers: refused, before DNS is cut.</summary>
internal static class Case102
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web")).AllowClusterDns().NeedsNoApiServer("the case is about DNS")).InNamespace("shop");
}
