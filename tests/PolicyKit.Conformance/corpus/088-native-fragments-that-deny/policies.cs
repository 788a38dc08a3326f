namespace PolicyKit.Conformance;

/// <summary>A fragment may only add: a deny before another policy's allow would cut it.</summary>
internal static class Case088
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web")).AllowIngress(Port.Tcp(8080)).From(Namespace("ingress-nginx"))
                .Native(Engine.Calico, ingress: "- { action: Deny, source: { nets: [198.51.100.0/24] } }")
                .Native(Engine.ClusterNetworkPolicy, ingress: "- { action: Deny, from: [{ namespaces: {} }] }"),
            Policy.ForPods(("tier", "front")).Named("front").AllowIngress(Port.Tcp(9090)).From(Namespace("monitoring"))).InNamespace("shop");
}
