namespace PolicyKit.Conformance;

/// <summary>Every form of port, from outside cluster.</summary>
internal static class Case017
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web"))
                .AllowIngress([Port.Tcp(8080), Port.Udp(5514), Port.Sctp(9999)]).From(OutsideCluster)
                .AllowIngress(Port.TcpRange(30000, 30010), Port.UdpRange(7, 7)).From(OutsideCluster)
                .AllowIngress(Port.Named("grpc"), Port.Named("metrics").At(9191)).From(OutsideCluster),
            Policy.ForPods(("app", "cache"))
                .AllowIngress(Port.AnyUdp, Port.AnySctp).From(OutsideCluster)
                .AllowIngress(Port.Dns, Port.ApiServer).From(OutsideCluster),
            Policy.ForPods(("app", "kafka")).AllowIngress(Port.Any).From(OutsideCluster)).InNamespace("shop");
}
