namespace PolicyKit.Conformance;

/// <summary>The rule at the other end, in a namespace that has policies of its own.</summary>
internal static class Case064
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
                Policy.ForPods(("app.kubernetes.io/name", "jaas")).InNamespace("jaas").AllowEgress(Port.Tcp(9090)).To(Namespace("flux-system").Pods(("app", "source-controller"))),
                Policy.ForPods(("app", "source-controller")).InNamespace("flux-system").AllowIngress(Port.Tcp(9090)).From(Namespace("jaas")))
            .WithDefaultDeny("jaas", Directions.Ingress);
}
