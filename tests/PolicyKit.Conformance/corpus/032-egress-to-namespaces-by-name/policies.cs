namespace PolicyKit.Conformance;

/// <summary>Every form of port that needs no name, to namespaces by name.</summary>
internal static class Case032
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web"))
                .AllowEgress([Port.Tcp(8080), Port.Udp(5514), Port.Sctp(9999)]).To(Namespaces("monitoring", "other"))
                .AllowEgress(Port.TcpRange(30000, 30010), Port.UdpRange(7, 7)).To(Namespaces("monitoring", "other"))
                .AllowEgress(Port.Named("metrics").At(9191)).To(Namespaces("monitoring", "other")),
            Policy.ForPods(("app", "cache"))
                .AllowEgress(Port.AnyUdp, Port.AnySctp).To(Namespaces("monitoring", "other"))
                .AllowEgress(Port.Dns, Port.ApiServer).To(Namespaces("monitoring", "other")),
            Policy.ForPods(("app", "kafka")).AllowEgress(Port.Any).To(Namespaces("monitoring", "other"))).InNamespace("shop");
}
