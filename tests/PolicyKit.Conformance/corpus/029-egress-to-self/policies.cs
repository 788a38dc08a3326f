namespace PolicyKit.Conformance;

/// <summary>Every narrow form of port by number, to self.</summary>
internal static class Case029
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web"))
                .AllowEgress([Port.Tcp(8080), Port.Udp(5514), Port.Sctp(9999)]).To(Self)
                .AllowEgress(Port.TcpRange(30000, 30010), Port.UdpRange(7, 7)).To(Self)
                .AllowEgress(Port.Named("metrics").At(9191)).To(Self)).InNamespace("shop");
}
