namespace PolicyKit.Conformance;

/// <summary>Every form of port, from namespaces by label.</summary>
internal static class Case010
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web"))
                .AllowIngress([Port.Tcp(8080), Port.Udp(5514), Port.Sctp(9999)]).From(Namespaces(("team", "platform")))
                .AllowIngress(Port.TcpRange(30000, 30010), Port.UdpRange(7, 7)).From(Namespaces(("team", "platform")))
                .AllowIngress(Port.Named("grpc"), Port.Named("metrics").At(9191)).From(Namespaces(("team", "platform"))),
            Policy.ForPods(("app", "cache"))
                .AllowIngress(Port.AnyUdp, Port.AnySctp).From(Namespaces(("team", "platform")))
                .AllowIngress(Port.Dns, Port.ApiServer).From(Namespaces(("team", "platform"))),
            Policy.ForPods(("app", "kafka")).AllowIngress(Port.Any).From(Namespaces(("team", "platform")))).InNamespace("shop");
}
