namespace PolicyKit.Conformance;

/// <summary>Every form of port that needs no name, to nodes.</summary>
internal static class Case040
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web"))
                .AllowEgress([Port.Tcp(8080), Port.Udp(5514), Port.Sctp(9999)]).To(Nodes)
                .AllowEgress(Port.TcpRange(30000, 30010), Port.UdpRange(7, 7)).To(Nodes)
                .AllowEgress(Port.Named("metrics").At(9191)).To(Nodes),
            Policy.ForPods(("app", "cache"))
                .AllowEgress(Port.AnyUdp, Port.AnySctp).To(Nodes)
                .AllowEgress(Port.Dns, Port.ApiServer).To(Nodes),
            Policy.ForPods(("app", "kafka")).AllowEgress(Port.Any).To(Nodes)).InNamespace("shop");
}
