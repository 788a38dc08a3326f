namespace PolicyKit.Conformance;

/// <summary>Every form of port, from namespace.</summary>
internal static class Case007
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web"))
                .AllowIngress([Port.Tcp(8080), Port.Udp(5514), Port.Sctp(9999)]).From(Namespace("monitoring"))
                .AllowIngress(Port.TcpRange(30000, 30010), Port.UdpRange(7, 7)).From(Namespace("monitoring"))
                .AllowIngress(Port.Named("grpc"), Port.Named("metrics").At(9191)).From(Namespace("monitoring")),
            Policy.ForPods(("app", "cache"))
                .AllowIngress(Port.AnyUdp, Port.AnySctp).From(Namespace("monitoring"))
                .AllowIngress(Port.Dns, Port.ApiServer).From(Namespace("monitoring")),
            Policy.ForPods(("app", "kafka")).AllowIngress(Port.Any).From(Namespace("monitoring"))).InNamespace("shop");
}
