namespace PolicyKit.Conformance;

/// <summary>Every port toward the API server, the nodes and the resolver.</summary>
internal static class Case099
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web")).AllowEgress(Port.Any).To(ApiServer, ClusterDns),
            Policy.ForPods(("app", "db")).AllowEgress(Port.AnyTcp).To(Nodes)).InNamespace("shop");
}
