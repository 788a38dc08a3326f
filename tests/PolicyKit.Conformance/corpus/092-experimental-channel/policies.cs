namespace PolicyKit.Conformance;

/// <summary>Nodes and host names in the experimental channel of ClusterNetworkPolicy.</summary>
internal static class Case092
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web")).AllowEgress(Port.Tcp(10250)).To(Nodes).AllowEgress(Port.Https).To(Fqdn("bucket.example.com"))).InNamespace("shop");
}
