namespace PolicyKit.Conformance;

/// <summary>Spreading a set into another keeps its default deny and its modes.</summary>
internal static class Case074
{
    public static PolicySet Policies { get; } =
        [
            .. PolicySet.Of(Policy.ForPods(("app", "web")).AllowIngress(Port.Tcp(8080)).From(Namespace("monitoring"))).InNamespace("shop").WithDefaultDeny(Directions.Ingress),
            Policy.ForPods(("app", "client")).InNamespace("other").DenyEgressByDefault(),
        ];
}
