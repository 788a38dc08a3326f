namespace PolicyKit.Conformance;

/// <summary>Every narrow form of port by number, to nodes.</summary>
internal static class Case040
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web"))
                .AllowEgress([Port.Tcp(8080), Port.Udp(5514), Port.Sctp(9999)]).To(Nodes)
                .AllowEgress(Port.TcpRange(30000, 30010), Port.UdpRange(7, 7)).To(Nodes)
                .AllowEgress(Port.Named("metrics").At(9191)).To(Nodes)).InNamespace("shop");
}
