namespace PolicyKit.Conformance;

/// <summary>More ports than an entry holds on any engine but Kubernetes.</summary>
internal static class Case071
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web")).AllowIngress(Enumerable.Range(0, 60).Select(i => (Port)Port.Tcp(20000 + (2 * i)))).From(Namespace("monitoring"))).InNamespace("shop");
}
