namespace PolicyKit.Conformance;

/// <summary>Every form of port that needs no name, to host name.</summary>
internal static class Case043
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web"))
                .AllowEgress([Port.Tcp(8080), Port.Udp(5514), Port.Sctp(9999)]).To(Fqdn("bucket.example.com"))
                .AllowEgress(Port.TcpRange(30000, 30010), Port.UdpRange(7, 7)).To(Fqdn("bucket.example.com"))
                .AllowEgress(Port.Named("metrics").At(9191)).To(Fqdn("bucket.example.com")),
            Policy.ForPods(("app", "cache"))
                .AllowEgress(Port.AnyUdp, Port.AnySctp).To(Fqdn("bucket.example.com"))
                .AllowEgress(Port.Dns, Port.ApiServer).To(Fqdn("bucket.example.com")),
            Policy.ForPods(("app", "kafka")).AllowEgress(Port.Any).To(Fqdn("bucket.example.com"))).InNamespace("shop");
}
