namespace PolicyKit.Conformance;

/// <summary>Networks of both families in one rule.</summary>
internal static class Case097
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web")).AllowEgress(Port.Https, Port.Udp(443)).To(Cidr("198.51.100.0/24"), Cidr("2001:db8:1::/48").Except("2001:db8:1:ff::/64"))).InNamespace("shop");
}
