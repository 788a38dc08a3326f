namespace PolicyKit.Conformance;

/// <summary>NodeLocal answers on a link-local address and on the DNS Service address.</summary>
internal static class Case067
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web")).AllowClusterDns()).InNamespace("shop");
}
