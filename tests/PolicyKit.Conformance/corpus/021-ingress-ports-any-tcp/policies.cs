namespace PolicyKit.Conformance;

/// <summary>One peer, and the port form any tcp.</summary>
internal static class Case021
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "db")).AllowIngress(Port.AnyTcp).From(Namespace("monitoring"))).InNamespace("shop");
}
