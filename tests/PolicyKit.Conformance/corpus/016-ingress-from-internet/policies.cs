namespace PolicyKit.Conformance;

/// <summary>Every form of port, from internet.</summary>
internal static class Case016
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web"))
                .AllowIngress([Port.Tcp(8080), Port.Udp(5514), Port.Sctp(9999)]).From(Internet)
                .AllowIngress(Port.TcpRange(30000, 30010), Port.UdpRange(7, 7)).From(Internet)
                .AllowIngress(Port.Named("grpc"), Port.Named("metrics").At(9191)).From(Internet),
            Policy.ForPods(("app", "cache"))
                .AllowIngress(Port.AnyUdp, Port.AnySctp).From(Internet)
                .AllowIngress(Port.Dns, Port.ApiServer).From(Internet),
            Policy.ForPods(("app", "kafka")).AllowIngress(Port.Any).From(Internet)).InNamespace("shop");
}
