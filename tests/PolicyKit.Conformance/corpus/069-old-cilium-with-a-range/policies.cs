namespace PolicyKit.Conformance;

/// <summary>Cilium 1.15 would drop endPort and open one port only: refused there.</summary>
internal static class Case069
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web")).AllowIngress(Port.TcpRange(30000, 30010)).From(Namespace("monitoring"))).InNamespace("shop");
}
