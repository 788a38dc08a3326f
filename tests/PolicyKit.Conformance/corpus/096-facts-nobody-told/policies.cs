namespace PolicyKit.Conformance;

/// <summary>Nodes, outside and the API server in a cluster of which nothing is known: refused where an address would be needed.</summary>
internal static class Case096
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web")).AllowApiServer(),
            Policy.ForPods(("app", "db")).AllowEgress(Port.Tcp(10250)).To(Nodes),
            Policy.ForPods(("app", "cache")).AllowEgress(Port.Https).To(OutsideCluster)).InNamespace("shop");
}
