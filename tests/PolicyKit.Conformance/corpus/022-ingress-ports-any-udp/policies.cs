namespace PolicyKit.Conformance;

/// <summary>One peer, and the port form any udp.</summary>
internal static class Case022
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "db")).AllowIngress(Port.AnyUdp).From(Namespace("monitoring"))).InNamespace("shop");
}
