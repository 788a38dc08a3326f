namespace PolicyKit.Conformance;

/// <summary>Every form of port that needs no name, to same namespace.</summary>
internal static class Case028
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web"))
                .AllowEgress([Port.Tcp(8080), Port.Udp(5514), Port.Sctp(9999)]).To(SameNamespace)
                .AllowEgress(Port.TcpRange(30000, 30010), Port.UdpRange(7, 7)).To(SameNamespace)
                .AllowEgress(Port.Named("metrics").At(9191)).To(SameNamespace),
            Policy.ForPods(("app", "cache"))
                .AllowEgress(Port.AnyUdp, Port.AnySctp).To(SameNamespace)
                .AllowEgress(Port.Dns, Port.ApiServer).To(SameNamespace),
            Policy.ForPods(("app", "kafka")).AllowEgress(Port.Any).To(SameNamespace)).InNamespace("shop");
}
