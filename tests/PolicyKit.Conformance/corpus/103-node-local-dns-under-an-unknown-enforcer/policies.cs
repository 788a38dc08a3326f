namespace PolicyKit.Conformance;

/// <summary>Whether a network reaches the pod's own node, where NodeLocal answers, nobody has said: a gap.</summary>
internal static class Case103
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web")).AllowClusterDns().NeedsNoApiServer("the case is about DNS")).InNamespace("shop");
}
