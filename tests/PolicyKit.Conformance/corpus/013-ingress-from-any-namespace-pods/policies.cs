namespace PolicyKit.Conformance;

/// <summary>Every form of port, from any namespace pods.</summary>
internal static class Case013
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web"))
                .AllowIngress([Port.Tcp(8080), Port.Udp(5514), Port.Sctp(9999)]).From(AnyNamespace.Pods(("app", "client")))
                .AllowIngress(Port.TcpRange(30000, 30010), Port.UdpRange(7, 7)).From(AnyNamespace.Pods(("app", "client")))
                .AllowIngress(Port.Named("grpc"), Port.Named("metrics").At(9191)).From(AnyNamespace.Pods(("app", "client"))),
            Policy.ForPods(("app", "cache"))
                .AllowIngress(Port.AnyUdp, Port.AnySctp).From(AnyNamespace.Pods(("app", "client")))
                .AllowIngress(Port.Dns, Port.ApiServer).From(AnyNamespace.Pods(("app", "client"))),
            Policy.ForPods(("app", "kafka")).AllowIngress(Port.Any).From(AnyNamespace.Pods(("app", "client")))).InNamespace("shop");
}
