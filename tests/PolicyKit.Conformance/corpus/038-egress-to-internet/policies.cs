namespace PolicyKit.Conformance;

/// <summary>Every form of port that needs no name, to internet.</summary>
internal static class Case038
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web"))
                .AllowEgress([Port.Tcp(8080), Port.Udp(5514), Port.Sctp(9999)]).To(Internet)
                .AllowEgress(Port.TcpRange(30000, 30010), Port.UdpRange(7, 7)).To(Internet)
                .AllowEgress(Port.Named("metrics").At(9191)).To(Internet),
            Policy.ForPods(("app", "cache"))
                .AllowEgress(Port.AnyUdp, Port.AnySctp).To(Internet)
                .AllowEgress(Port.Dns, Port.ApiServer).To(Internet),
            Policy.ForPods(("app", "kafka")).AllowEgress(Port.Any).To(Internet)).InNamespace("shop");
}
