namespace PolicyKit.Conformance;

/// <summary>Every form of port that needs no name, to host names one label.</summary>
internal static class Case044
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web"))
                .AllowEgress([Port.Tcp(8080), Port.Udp(5514), Port.Sctp(9999)]).To(Fqdn("*.example.com"))
                .AllowEgress(Port.TcpRange(30000, 30010), Port.UdpRange(7, 7)).To(Fqdn("*.example.com"))
                .AllowEgress(Port.Named("metrics").At(9191)).To(Fqdn("*.example.com")),
            Policy.ForPods(("app", "cache"))
                .AllowEgress(Port.AnyUdp, Port.AnySctp).To(Fqdn("*.example.com"))
                .AllowEgress(Port.Dns, Port.ApiServer).To(Fqdn("*.example.com")),
            Policy.ForPods(("app", "kafka")).AllowEgress(Port.Any).To(Fqdn("*.example.com"))).InNamespace("shop");
}
