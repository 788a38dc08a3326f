namespace PolicyKit.Conformance;

/// <summary>Every form of port, from namespaces by name.</summary>
internal static class Case009
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web"))
                .AllowIngress([Port.Tcp(8080), Port.Udp(5514), Port.Sctp(9999)]).From(Namespaces("monitoring", "other"))
                .AllowIngress(Port.TcpRange(30000, 30010), Port.UdpRange(7, 7)).From(Namespaces("monitoring", "other"))
                .AllowIngress(Port.Named("grpc"), Port.Named("metrics").At(9191)).From(Namespaces("monitoring", "other")),
            Policy.ForPods(("app", "cache"))
                .AllowIngress(Port.AnyUdp, Port.AnySctp).From(Namespaces("monitoring", "other"))
                .AllowIngress(Port.Dns, Port.ApiServer).From(Namespaces("monitoring", "other")),
            Policy.ForPods(("app", "kafka")).AllowIngress(Port.Any).From(Namespaces("monitoring", "other"))).InNamespace("shop");
}
