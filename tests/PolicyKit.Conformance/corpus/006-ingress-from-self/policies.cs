namespace PolicyKit.Conformance;

/// <summary>Every form of port, from self.</summary>
internal static class Case006
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web"))
                .AllowIngress([Port.Tcp(8080), Port.Udp(5514), Port.Sctp(9999)]).From(Self)
                .AllowIngress(Port.TcpRange(30000, 30010), Port.UdpRange(7, 7)).From(Self)
                .AllowIngress(Port.Named("grpc"), Port.Named("metrics").At(9191)).From(Self),
            Policy.ForPods(("app", "cache"))
                .AllowIngress(Port.AnyUdp, Port.AnySctp).From(Self)
                .AllowIngress(Port.Dns, Port.ApiServer).From(Self),
            Policy.ForPods(("app", "kafka")).AllowIngress(Port.Any).From(Self)).InNamespace("shop");
}
