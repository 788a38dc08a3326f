namespace PolicyKit.Conformance;

/// <summary>The charts' default: allow-lists win, everything else of the namespace is denied, at order 2000.</summary>
internal static class Case061
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
                Policy.ForPods(("app", "web")).AllowIngress(Port.Tcp(8080)).From(Namespace("ingress-nginx")))
            .InNamespace("shop")
            .WithDefaultDeny(Directions.Ingress, order: 2000);
}
