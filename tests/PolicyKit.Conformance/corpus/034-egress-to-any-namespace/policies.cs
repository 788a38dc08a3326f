namespace PolicyKit.Conformance;

/// <summary>Every form of port that needs no name, to any namespace.</summary>
internal static class Case034
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web"))
                .AllowEgress([Port.Tcp(8080), Port.Udp(5514), Port.Sctp(9999)]).To(AnyNamespace)
                .AllowEgress(Port.TcpRange(30000, 30010), Port.UdpRange(7, 7)).To(AnyNamespace)
                .AllowEgress(Port.Named("metrics").At(9191)).To(AnyNamespace),
            Policy.ForPods(("app", "cache"))
                .AllowEgress(Port.AnyUdp, Port.AnySctp).To(AnyNamespace)
                .AllowEgress(Port.Dns, Port.ApiServer).To(AnyNamespace),
            Policy.ForPods(("app", "kafka")).AllowEgress(Port.Any).To(AnyNamespace)).InNamespace("shop");
}
