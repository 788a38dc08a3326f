namespace PolicyKit.Verification.Agreeing;

/// <summary>Leaves out of a set what it says in one engine's own words: raw manifests, and native fragments.</summary>
internal static class InAllWords
{
    public static PolicySet Of(PolicySet set) => [.. set.Policies.Select(policy => policy.Fragments.Count == 0 ? policy : Without(policy))];

    /// <summary>A policy with one rule alone, and with one peer of a rule alone, for each rule of a direction.</summary>
    public static IEnumerable<Policy> Parts(Policy policy, Direction direction)
    {
        foreach (var rule in (direction == Direction.Ingress ? policy.Ingress : policy.Egress) ?? [])
        {
            yield return Only(rule);
            if (rule.Peers.Count == 1) continue;
            foreach (var peer in rule.Peers) yield return Only(rule with { Peers = [peer] });
        }

        Policy Only(PolicyRule rule) => direction == Direction.Ingress ? Written(policy, [rule], policy.Egress is null ? null : []) : Written(policy, policy.Ingress is null ? null : [], [rule]);
    }

    private static Policy Without(Policy policy) => Written(policy, policy.Ingress, policy.Egress);

    private static Policy Written(Policy policy, ValueArray<PolicyRule>? ingressRules, ValueArray<PolicyRule>? egressRules)
    {
        var result = Policy.ForPods(policy.Subject);
        if (policy.Name is { } name) result = result.Named(name);
        if (policy.Namespace is { } home) result = result.InNamespace(home);
        if (policy.Order is { } order) result = result.WithOrder(order);
        if (ingressRules is { } ingress) result = ingress.Aggregate(result.DenyIngressByDefault(), Ingress);
        if (egressRules is { } egress) result = egress.Aggregate(result.DenyEgressByDefault(), (built, rule) => built.AllowEgress(rule.Ports).To(rule.Peers.Cast<EgressPeer>()));
        return (Policy)PolicySet.Of(result).InMode(policy.Mode)[0];
    }

    private static Policy Ingress(Policy policy, PolicyRule rule) =>
        rule.Peers is [KubeletPeer] ? policy.AllowIngress(rule.Ports).FromKubelet() : policy.AllowIngress(rule.Ports).From(rule.Peers.Cast<Peer>());
}
