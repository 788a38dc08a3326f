namespace PolicyKit.Conformance;

/// <summary>A rank against policies outside the set: Calico has a place for it, the others have none.</summary>
internal static class Case089
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web")).WithOrder(50).AllowIngress(Port.Tcp(8080)).From(Namespace("ingress-nginx"))).InNamespace("shop");
}
