namespace PolicyKit.Conformance;

/// <summary>A resolver whose pods listen on 5353.</summary>
internal static class Case066
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web")).AllowClusterDns()).InNamespace("shop");
}
