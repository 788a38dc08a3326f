namespace PolicyKit.Conformance;

/// <summary>Every form of port that needs no name, to api server.</summary>
internal static class Case041
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web"))
                .AllowEgress([Port.Tcp(8080), Port.Udp(5514), Port.Sctp(9999)]).To(ApiServer)
                .AllowEgress(Port.TcpRange(30000, 30010), Port.UdpRange(7, 7)).To(ApiServer)
                .AllowEgress(Port.Named("metrics").At(9191)).To(ApiServer),
            Policy.ForPods(("app", "cache"))
                .AllowEgress(Port.AnyUdp, Port.AnySctp).To(ApiServer)
                .AllowEgress(Port.Dns, Port.ApiServer).To(ApiServer),
            Policy.ForPods(("app", "kafka")).AllowEgress(Port.Any).To(ApiServer)).InNamespace("shop");
}
