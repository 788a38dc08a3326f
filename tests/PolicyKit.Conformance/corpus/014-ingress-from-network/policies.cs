namespace PolicyKit.Conformance;

/// <summary>Every form of port, from network.</summary>
internal static class Case014
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web"))
                .AllowIngress([Port.Tcp(8080), Port.Udp(5514), Port.Sctp(9999)]).From(Cidr("198.51.100.0/24"))
                .AllowIngress(Port.TcpRange(30000, 30010), Port.UdpRange(7, 7)).From(Cidr("198.51.100.0/24"))
                .AllowIngress(Port.Named("grpc"), Port.Named("metrics").At(9191)).From(Cidr("198.51.100.0/24")),
            Policy.ForPods(("app", "cache"))
                .AllowIngress(Port.AnyUdp, Port.AnySctp).From(Cidr("198.51.100.0/24"))
                .AllowIngress(Port.Dns, Port.ApiServer).From(Cidr("198.51.100.0/24")),
            Policy.ForPods(("app", "kafka")).AllowIngress(Port.Any).From(Cidr("198.51.100.0/24"))).InNamespace("shop");
}
