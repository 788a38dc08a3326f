namespace PolicyKit.Conformance;

/// <summary>Every form of port, from same namespace.</summary>
internal static class Case005
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web"))
                .AllowIngress([Port.Tcp(8080), Port.Udp(5514), Port.Sctp(9999)]).From(SameNamespace)
                .AllowIngress(Port.TcpRange(30000, 30010), Port.UdpRange(7, 7)).From(SameNamespace)
                .AllowIngress(Port.Named("grpc"), Port.Named("metrics").At(9191)).From(SameNamespace),
            Policy.ForPods(("app", "cache"))
                .AllowIngress(Port.AnyUdp, Port.AnySctp).From(SameNamespace)
                .AllowIngress(Port.Dns, Port.ApiServer).From(SameNamespace),
            Policy.ForPods(("app", "kafka")).AllowIngress(Port.Any).From(SameNamespace)).InNamespace("shop");
}
