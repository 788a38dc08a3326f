namespace PolicyKit.Conformance;

/// <summary>Every form of port that needs no name, to anywhere.</summary>
internal static class Case026
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web"))
                .AllowEgress([Port.Tcp(8080), Port.Udp(5514), Port.Sctp(9999)]).To(Anywhere)
                .AllowEgress(Port.TcpRange(30000, 30010), Port.UdpRange(7, 7)).To(Anywhere)
                .AllowEgress(Port.Named("metrics").At(9191)).To(Anywhere),
            Policy.ForPods(("app", "cache"))
                .AllowEgress(Port.AnyUdp, Port.AnySctp).To(Anywhere)
                .AllowEgress(Port.Dns, Port.ApiServer).To(Anywhere),
            Policy.ForPods(("app", "kafka")).AllowEgress(Port.Any).To(Anywhere)).InNamespace("shop");
}
