namespace PolicyKit.Conformance;

/// <summary>Every form of port, from pods by expression.</summary>
internal static class Case004
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web"))
                .AllowIngress([Port.Tcp(8080), Port.Udp(5514), Port.Sctp(9999)]).From(Pods(Key("tier").NotIn("front", "edge").And(Key("app").Exists())))
                .AllowIngress(Port.TcpRange(30000, 30010), Port.UdpRange(7, 7)).From(Pods(Key("tier").NotIn("front", "edge").And(Key("app").Exists())))
                .AllowIngress(Port.Named("grpc"), Port.Named("metrics").At(9191)).From(Pods(Key("tier").NotIn("front", "edge").And(Key("app").Exists()))),
            Policy.ForPods(("app", "cache"))
                .AllowIngress(Port.AnyUdp, Port.AnySctp).From(Pods(Key("tier").NotIn("front", "edge").And(Key("app").Exists())))
                .AllowIngress(Port.Dns, Port.ApiServer).From(Pods(Key("tier").NotIn("front", "edge").And(Key("app").Exists()))),
            Policy.ForPods(("app", "kafka")).AllowIngress(Port.Any).From(Pods(Key("tier").NotIn("front", "edge").And(Key("app").Exists())))).InNamespace("shop");
}
