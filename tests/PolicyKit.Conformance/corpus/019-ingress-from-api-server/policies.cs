namespace PolicyKit.Conformance;

/// <summary>Every form of port, from api server.</summary>
internal static class Case019
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web"))
                .AllowIngress([Port.Tcp(8080), Port.Udp(5514), Port.Sctp(9999)]).From(ApiServer)
                .AllowIngress(Port.TcpRange(30000, 30010), Port.UdpRange(7, 7)).From(ApiServer)
                .AllowIngress(Port.Named("grpc"), Port.Named("metrics").At(9191)).From(ApiServer),
            Policy.ForPods(("app", "cache"))
                .AllowIngress(Port.AnyUdp, Port.AnySctp).From(ApiServer)
                .AllowIngress(Port.Dns, Port.ApiServer).From(ApiServer),
            Policy.ForPods(("app", "kafka")).AllowIngress(Port.Any).From(ApiServer)).InNamespace("shop");
}
