namespace PolicyKit.Conformance;

/// <summary>An API server outside the cluster, with its Service address known for engines that look before translation.</summary>
internal static class Case052
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web")).AllowApiServer()).InNamespace("shop");
}
