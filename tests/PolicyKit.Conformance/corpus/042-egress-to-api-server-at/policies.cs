namespace PolicyKit.Conformance;

/// <summary>Every form of port that needs no name, to api server at.</summary>
internal static class Case042
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web"))
                .AllowEgress([Port.Tcp(8080), Port.Udp(5514), Port.Sctp(9999)]).To(ApiServerAt("198.51.100.7/32"))
                .AllowEgress(Port.TcpRange(30000, 30010), Port.UdpRange(7, 7)).To(ApiServerAt("198.51.100.7/32"))
                .AllowEgress(Port.Named("metrics").At(9191)).To(ApiServerAt("198.51.100.7/32")),
            Policy.ForPods(("app", "cache"))
                .AllowEgress(Port.AnyUdp, Port.AnySctp).To(ApiServerAt("198.51.100.7/32"))
                .AllowEgress(Port.Dns, Port.ApiServer).To(ApiServerAt("198.51.100.7/32")),
            Policy.ForPods(("app", "kafka")).AllowEgress(Port.Any).To(ApiServerAt("198.51.100.7/32"))).InNamespace("shop");
}
