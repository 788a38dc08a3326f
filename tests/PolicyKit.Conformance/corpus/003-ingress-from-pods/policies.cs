namespace PolicyKit.Conformance;

/// <summary>Every form of port, from pods.</summary>
internal static class Case003
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web"))
                .AllowIngress([Port.Tcp(8080), Port.Udp(5514), Port.Sctp(9999)]).From(Pods(("app", "db")))
                .AllowIngress(Port.TcpRange(30000, 30010), Port.UdpRange(7, 7)).From(Pods(("app", "db")))
                .AllowIngress(Port.Named("grpc"), Port.Named("metrics").At(9191)).From(Pods(("app", "db"))),
            Policy.ForPods(("app", "cache"))
                .AllowIngress(Port.AnyUdp, Port.AnySctp).From(Pods(("app", "db")))
                .AllowIngress(Port.Dns, Port.ApiServer).From(Pods(("app", "db"))),
            Policy.ForPods(("app", "kafka")).AllowIngress(Port.Any).From(Pods(("app", "db")))).InNamespace("shop");
}
