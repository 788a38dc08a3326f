namespace PolicyKit.Verification.Agreeing;

/// <summary>Leaves out of a set what it says in one engine's own words: raw manifests, and native fragments.</summary>
internal static class InAllWords
{
    public static PolicySet Of(PolicySet set) => [.. set.Policies.Select(policy => policy.Fragments.Count == 0 ? policy : Without(policy))];

    private static Policy Without(Policy policy)
    {
        var result = Policy.ForPods(policy.Subject);
        if (policy.Name is { } name) result = result.Named(name);
        if (policy.Namespace is { } home) result = result.InNamespace(home);
        if (policy.Order is { } order) result = result.WithOrder(order);
        if (policy.Ingress is { } ingress) result = ingress.Aggregate(result.DenyIngressByDefault(), Ingress);
        if (policy.Egress is { } egress) result = egress.Aggregate(result.DenyEgressByDefault(), (built, rule) => built.AllowEgress(rule.Ports).To(rule.Peers.Cast<EgressPeer>()));
        return (Policy)PolicySet.Of(result).InMode(policy.Mode)[0];
    }

    private static Policy Ingress(Policy policy, PolicyRule rule) =>
        rule.Peers is [KubeletPeer] ? policy.AllowIngress(rule.Ports).FromKubelet() : policy.AllowIngress(rule.Ports).From(rule.Peers.Cast<Peer>());
}
