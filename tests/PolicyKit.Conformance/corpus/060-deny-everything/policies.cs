namespace PolicyKit.Conformance;

/// <summary>A policy that governs both directions and allows nothing.</summary>
internal static class Case060
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web")).DenyIngressByDefault().DenyEgressByDefault()).InNamespace("shop");
}
