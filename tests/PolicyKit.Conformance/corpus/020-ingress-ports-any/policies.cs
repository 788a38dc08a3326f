namespace PolicyKit.Conformance;

/// <summary>One peer, and the port form any.</summary>
internal static class Case020
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "db")).AllowIngress(Port.Any).From(Namespace("monitoring"))).InNamespace("shop");
}
