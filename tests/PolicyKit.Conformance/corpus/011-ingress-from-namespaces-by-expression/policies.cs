namespace PolicyKit.Conformance;

/// <summary>Every form of port, from namespaces by expression.</summary>
internal static class Case011
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web"))
                .AllowIngress([Port.Tcp(8080), Port.Udp(5514), Port.Sctp(9999)]).From(Namespaces(Key("team").DoesNotExist()))
                .AllowIngress(Port.TcpRange(30000, 30010), Port.UdpRange(7, 7)).From(Namespaces(Key("team").DoesNotExist()))
                .AllowIngress(Port.Named("grpc"), Port.Named("metrics").At(9191)).From(Namespaces(Key("team").DoesNotExist())),
            Policy.ForPods(("app", "cache"))
                .AllowIngress(Port.AnyUdp, Port.AnySctp).From(Namespaces(Key("team").DoesNotExist()))
                .AllowIngress(Port.Dns, Port.ApiServer).From(Namespaces(Key("team").DoesNotExist())),
            Policy.ForPods(("app", "kafka")).AllowIngress(Port.Any).From(Namespaces(Key("team").DoesNotExist()))).InNamespace("shop");
}
