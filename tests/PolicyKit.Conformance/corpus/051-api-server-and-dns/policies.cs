namespace PolicyKit.Conformance;

/// <summary>The two flows that nearly everything needs, and nothing else.</summary>
internal static class Case051
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web")).AllowClusterDns().AllowApiServer()).InNamespace("shop");
}
