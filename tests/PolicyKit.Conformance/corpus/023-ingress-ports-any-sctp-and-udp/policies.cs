namespace PolicyKit.Conformance;

/// <summary>One peer, and the port form any sctp and udp.</summary>
internal static class Case023
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "db")).AllowIngress([Port.AnySctp, Port.AnyUdp]).From(Namespace("monitoring"))).InNamespace("shop");
}
