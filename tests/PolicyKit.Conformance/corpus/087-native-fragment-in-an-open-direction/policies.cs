namespace PolicyKit.Conformance;

/// <summary>A fragment for a direction that the policy does not govern would isolate it on one engine and do nothing on the others.</summary>
internal static class Case087
{
    public static PolicySet Policies { get; } =
        PolicySet.Of(
            Policy.ForPods(("app", "web")).DenyIngressByDefault()
                .Native(Engine.Kubernetes, egress: "- {}")
                .Native(Engine.Cilium, egress: "- toEntities: [all]")
                .Native(Engine.Calico, egress: "- action: Allow")
                .Native(Engine.ClusterNetworkPolicy, egress: "- { action: Accept, to: [{ namespaces: {} }] }")).InNamespace("shop");
}
