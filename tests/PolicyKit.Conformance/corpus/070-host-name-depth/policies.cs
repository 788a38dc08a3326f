namespace PolicyKit.Conformance;

/// <summary>One label and any depth below a name are two different things.</summary>
internal static class Case070
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web")).AllowEgress(Port.Https).To(Fqdn("*.example.com"), Fqdn("**.example.org"))).InNamespace("shop");
}
