namespace PolicyKit.Conformance;

/// <summary>Egress to the internet leaves the private networks and the metadata address closed.</summary>
internal static class Case076
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web")).AllowEgress(Port.Https).To(Internet).AllowClusterDns()).InNamespace("shop");
}
