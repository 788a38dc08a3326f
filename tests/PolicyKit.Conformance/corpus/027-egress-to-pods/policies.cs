namespace PolicyKit.Conformance;

/// <summary>Every form of port that needs no name, to pods.</summary>
internal static class Case027
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web"))
                .AllowEgress([Port.Tcp(8080), Port.Udp(5514), Port.Sctp(9999)]).To(Pods(("app", "db")))
                .AllowEgress(Port.TcpRange(30000, 30010), Port.UdpRange(7, 7)).To(Pods(("app", "db")))
                .AllowEgress(Port.Named("metrics").At(9191)).To(Pods(("app", "db"))),
            Policy.ForPods(("app", "cache"))
                .AllowEgress(Port.AnyUdp, Port.AnySctp).To(Pods(("app", "db")))
                .AllowEgress(Port.Dns, Port.ApiServer).To(Pods(("app", "db"))),
            Policy.ForPods(("app", "kafka")).AllowEgress(Port.Any).To(Pods(("app", "db")))).InNamespace("shop");
}
