namespace PolicyKit.Conformance;

/// <summary>Cilium does not see nodes by address: the NetworkPolicy dialect refuses, Cilium's own has an entity for it.</summary>
internal static class Case068
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web")).AllowApiServer()).InNamespace("shop");
}
