namespace PolicyKit.Conformance;

/// <summary>The same labels in two namespaces: subjects and names stay apart.</summary>
internal static class Case065
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web")).InNamespace("shop").AllowIngress(Port.Tcp(8080)).From(SameNamespace),
            Policy.ForPods(("app", "web")).InNamespace("other").DenyIngressByDefault());
}
