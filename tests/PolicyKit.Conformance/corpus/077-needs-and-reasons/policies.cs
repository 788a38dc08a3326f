namespace PolicyKit.Conformance;

/// <summary>Needs are declared and met; reasons are kept.</summary>
internal static class Case077
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
                Policy.ForPods(("app", "web")).AllowClusterDns().AllowApiServer().AllowEgress(Port.Https).Because("artifacts").To(Cidr("198.51.100.0/24")))
            .InNamespace("shop")
            .Needs(ApiServer, ClusterDns);
}
