namespace PolicyKit.Conformance;

/// <summary>One peer, and the port form any tcp.</summary>
internal static class Case047
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web")).AllowEgress(Port.AnyTcp).To(Namespace("monitoring"))).InNamespace("shop");
}
