namespace PolicyKit.Conformance;

/// <summary>Every form of port that needs no name, to namespaces by label.</summary>
internal static class Case033
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web"))
                .AllowEgress([Port.Tcp(8080), Port.Udp(5514), Port.Sctp(9999)]).To(Namespaces(("team", "platform")).Pods(Key("app").NotIn("grafana")))
                .AllowEgress(Port.TcpRange(30000, 30010), Port.UdpRange(7, 7)).To(Namespaces(("team", "platform")).Pods(Key("app").NotIn("grafana")))
                .AllowEgress(Port.Named("metrics").At(9191)).To(Namespaces(("team", "platform")).Pods(Key("app").NotIn("grafana"))),
            Policy.ForPods(("app", "cache"))
                .AllowEgress(Port.AnyUdp, Port.AnySctp).To(Namespaces(("team", "platform")).Pods(Key("app").NotIn("grafana")))
                .AllowEgress(Port.Dns, Port.ApiServer).To(Namespaces(("team", "platform")).Pods(Key("app").NotIn("grafana"))),
            Policy.ForPods(("app", "kafka")).AllowEgress(Port.Any).To(Namespaces(("team", "platform")).Pods(Key("app").NotIn("grafana")))).InNamespace("shop");
}
