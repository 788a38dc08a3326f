namespace PolicyKit.Conformance;

/// <summary>ClusterNetworkPolicy cannot name sources by address: pods of that network would be cut, so it is refused there.</summary>
internal static class Case095
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web")).AllowIngress(Port.Tcp(8080)).From(Cidr("10.0.0.0/8"))).InNamespace("shop");
}
