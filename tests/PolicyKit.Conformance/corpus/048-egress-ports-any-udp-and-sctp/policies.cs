namespace PolicyKit.Conformance;

/// <summary>One peer, and the port form any udp and sctp.</summary>
internal static class Case048
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web")).AllowEgress([Port.AnyUdp, Port.AnySctp]).To(Namespace("monitoring"))).InNamespace("shop");
}
