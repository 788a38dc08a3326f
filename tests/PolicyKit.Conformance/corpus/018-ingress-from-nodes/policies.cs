namespace PolicyKit.Conformance;

/// <summary>Every form of port, from nodes.</summary>
internal static class Case018
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web"))
                .AllowIngress([Port.Tcp(8080), Port.Udp(5514), Port.Sctp(9999)]).From(Nodes)
                .AllowIngress(Port.TcpRange(30000, 30010), Port.UdpRange(7, 7)).From(Nodes)
                .AllowIngress(Port.Named("grpc"), Port.Named("metrics").At(9191)).From(Nodes),
            Policy.ForPods(("app", "cache"))
                .AllowIngress(Port.AnyUdp, Port.AnySctp).From(Nodes)
                .AllowIngress(Port.Dns, Port.ApiServer).From(Nodes),
            Policy.ForPods(("app", "kafka")).AllowIngress(Port.Any).From(Nodes)).InNamespace("shop");
}
