namespace PolicyKit.Conformance;

/// <summary>Whether a network reaches the node where the resolver listens, nobody has said: a gap.</summary>
internal static class Case105
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web")).AllowClusterDns().NeedsNoApiServer("the case is about DNS")).InNamespace("shop");
}
