namespace PolicyKit.Conformance;

/// <summary>Every form of port that needs no name, to namespace.</summary>
internal static class Case030
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web"))
                .AllowEgress([Port.Tcp(8080), Port.Udp(5514), Port.Sctp(9999)]).To(Namespace("monitoring"))
                .AllowEgress(Port.TcpRange(30000, 30010), Port.UdpRange(7, 7)).To(Namespace("monitoring"))
                .AllowEgress(Port.Named("metrics").At(9191)).To(Namespace("monitoring")),
            Policy.ForPods(("app", "cache"))
                .AllowEgress(Port.AnyUdp, Port.AnySctp).To(Namespace("monitoring"))
                .AllowEgress(Port.Dns, Port.ApiServer).To(Namespace("monitoring")),
            Policy.ForPods(("app", "kafka")).AllowEgress(Port.Any).To(Namespace("monitoring"))).InNamespace("shop");
}
