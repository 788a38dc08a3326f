namespace PolicyKit.Conformance;

/// <summary>One peer, and the port form otlp and names.</summary>
internal static class Case025
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "db")).AllowIngress([Port.OtlpGrpc, Port.OtlpHttp, Port.Metrics, Port.Named("postgres")]).From(Namespace("monitoring"))).InNamespace("shop");
}
