namespace PolicyKit.Conformance;

/// <summary>One peer, and the port form any.</summary>
internal static class Case046
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web")).AllowEgress(Port.Any).To(Namespace("monitoring"))).InNamespace("shop");
}
