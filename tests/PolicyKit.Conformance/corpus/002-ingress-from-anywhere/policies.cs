namespace PolicyKit.Conformance;

/// <summary>Every form of port, from anywhere.</summary>
internal static class Case002
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web"))
                .AllowIngress([Port.Tcp(8080), Port.Udp(5514), Port.Sctp(9999)]).From(Anywhere)
                .AllowIngress(Port.TcpRange(30000, 30010), Port.UdpRange(7, 7)).From(Anywhere)
                .AllowIngress(Port.Named("grpc"), Port.Named("metrics").At(9191)).From(Anywhere),
            Policy.ForPods(("app", "cache"))
                .AllowIngress(Port.AnyUdp, Port.AnySctp).From(Anywhere)
                .AllowIngress(Port.Dns, Port.ApiServer).From(Anywhere),
            Policy.ForPods(("app", "kafka")).AllowIngress(Port.Any).From(Anywhere)).InNamespace("shop");
}
