namespace PolicyKit.Conformance;

/// <summary>Every form of port that needs no name, to outside cluster.</summary>
internal static class Case039
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web"))
                .AllowEgress([Port.Tcp(8080), Port.Udp(5514), Port.Sctp(9999)]).To(OutsideCluster)
                .AllowEgress(Port.TcpRange(30000, 30010), Port.UdpRange(7, 7)).To(OutsideCluster)
                .AllowEgress(Port.Named("metrics").At(9191)).To(OutsideCluster),
            Policy.ForPods(("app", "cache"))
                .AllowEgress(Port.AnyUdp, Port.AnySctp).To(OutsideCluster)
                .AllowEgress(Port.Dns, Port.ApiServer).To(OutsideCluster),
            Policy.ForPods(("app", "kafka")).AllowEgress(Port.Any).To(OutsideCluster)).InNamespace("shop");
}
