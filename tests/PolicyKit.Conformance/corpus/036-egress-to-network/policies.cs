namespace PolicyKit.Conformance;

/// <summary>Every form of port that needs no name, to network.</summary>
internal static class Case036
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web"))
                .AllowEgress([Port.Tcp(8080), Port.Udp(5514), Port.Sctp(9999)]).To(Cidr("198.51.100.0/24"))
                .AllowEgress(Port.TcpRange(30000, 30010), Port.UdpRange(7, 7)).To(Cidr("198.51.100.0/24"))
                .AllowEgress(Port.Named("metrics").At(9191)).To(Cidr("198.51.100.0/24")),
            Policy.ForPods(("app", "cache"))
                .AllowEgress(Port.AnyUdp, Port.AnySctp).To(Cidr("198.51.100.0/24"))
                .AllowEgress(Port.Dns, Port.ApiServer).To(Cidr("198.51.100.0/24")),
            Policy.ForPods(("app", "kafka")).AllowEgress(Port.Any).To(Cidr("198.51.100.0/24"))).InNamespace("shop");
}
