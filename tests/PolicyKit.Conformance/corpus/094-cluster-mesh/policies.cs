namespace PolicyKit.Conformance;

/// <summary>Pods of other clusters carry the same labels: said as a gap on Cilium.</summary>
internal static class Case094
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web")).AllowIngress(Port.Tcp(8080)).From(AnyNamespace.Pods(("app", "client")))).InNamespace("shop");
}
