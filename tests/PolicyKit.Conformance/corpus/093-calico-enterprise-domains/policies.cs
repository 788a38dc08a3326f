namespace PolicyKit.Conformance;

/// <summary>Host names where Calico Enterprise has them.</summary>
internal static class Case093
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web")).AllowEgress(Port.Https).To(Fqdn("bucket.example.com"), Fqdn("*.example.org"))).InNamespace("shop");
}
