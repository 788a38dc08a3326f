namespace PolicyKit.Conformance;

/// <summary>Every form of port that needs no name, to self.</summary>
internal static class Case029
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web"))
                .AllowEgress([Port.Tcp(8080), Port.Udp(5514), Port.Sctp(9999)]).To(Self)
                .AllowEgress(Port.TcpRange(30000, 30010), Port.UdpRange(7, 7)).To(Self)
                .AllowEgress(Port.Named("metrics").At(9191)).To(Self),
            Policy.ForPods(("app", "cache"))
                .AllowEgress(Port.AnyUdp, Port.AnySctp).To(Self)
                .AllowEgress(Port.Dns, Port.ApiServer).To(Self),
            Policy.ForPods(("app", "kafka")).AllowEgress(Port.Any).To(Self)).InNamespace("shop");
}
