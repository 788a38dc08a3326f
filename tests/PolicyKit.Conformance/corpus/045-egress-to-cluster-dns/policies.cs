namespace PolicyKit.Conformance;

/// <summary>Every form of port that needs no name, to cluster dns.</summary>
internal static class Case045
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web"))
                .AllowEgress([Port.Tcp(8080), Port.Udp(5514), Port.Sctp(9999)]).To(ClusterDns)
                .AllowEgress(Port.TcpRange(30000, 30010), Port.UdpRange(7, 7)).To(ClusterDns)
                .AllowEgress(Port.Named("metrics").At(9191)).To(ClusterDns),
            Policy.ForPods(("app", "cache"))
                .AllowEgress(Port.AnyUdp, Port.AnySctp).To(ClusterDns)
                .AllowEgress(Port.Dns, Port.ApiServer).To(ClusterDns),
            Policy.ForPods(("app", "kafka")).AllowEgress(Port.Any).To(ClusterDns)).InNamespace("shop");
}
