namespace PolicyKit.Conformance;

/// <summary>Every form of port that needs no name, to any namespace pods.</summary>
internal static class Case035
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web"))
                .AllowEgress([Port.Tcp(8080), Port.Udp(5514), Port.Sctp(9999)]).To(AnyNamespace.Pods(("app", "client")))
                .AllowEgress(Port.TcpRange(30000, 30010), Port.UdpRange(7, 7)).To(AnyNamespace.Pods(("app", "client")))
                .AllowEgress(Port.Named("metrics").At(9191)).To(AnyNamespace.Pods(("app", "client"))),
            Policy.ForPods(("app", "cache"))
                .AllowEgress(Port.AnyUdp, Port.AnySctp).To(AnyNamespace.Pods(("app", "client")))
                .AllowEgress(Port.Dns, Port.ApiServer).To(AnyNamespace.Pods(("app", "client"))),
            Policy.ForPods(("app", "kafka")).AllowEgress(Port.Any).To(AnyNamespace.Pods(("app", "client")))).InNamespace("shop");
}
