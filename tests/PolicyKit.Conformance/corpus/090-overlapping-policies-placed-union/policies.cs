namespace PolicyKit.Conformance;

/// <summary>Two policies on one pod and a default deny, placed Union.</summary>
internal static class Case090
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
                Policy.ForPods(("app", "web")).AllowIngress(Port.Tcp(8080)).From(Namespace("ingress-nginx")),
                Policy.ForPods(("tier", "front")).Named("front").AllowIngress(Port.Tcp(9090)).From(Namespace("monitoring")))
            .InNamespace("shop")
            .WithDefaultDeny(Directions.Ingress);
}
