namespace PolicyKit.Conformance;

/// <summary>Every form of port that needs no name, to namespace pods.</summary>
internal static class Case031
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web"))
                .AllowEgress([Port.Tcp(8080), Port.Udp(5514), Port.Sctp(9999)]).To(Namespace("monitoring").Pods(("app", "prometheus")))
                .AllowEgress(Port.TcpRange(30000, 30010), Port.UdpRange(7, 7)).To(Namespace("monitoring").Pods(("app", "prometheus")))
                .AllowEgress(Port.Named("metrics").At(9191)).To(Namespace("monitoring").Pods(("app", "prometheus"))),
            Policy.ForPods(("app", "cache"))
                .AllowEgress(Port.AnyUdp, Port.AnySctp).To(Namespace("monitoring").Pods(("app", "prometheus")))
                .AllowEgress(Port.Dns, Port.ApiServer).To(Namespace("monitoring").Pods(("app", "prometheus"))),
            Policy.ForPods(("app", "kafka")).AllowEgress(Port.Any).To(Namespace("monitoring").Pods(("app", "prometheus")))).InNamespace("shop");
}
