namespace PolicyKit.Tests.Generators;

/// <summary>Writes a policy anew with other rules, through the public words: what shrinking and shuffling are made of.</summary>
public static class Rewrite
{
    /// <summary>The same policy with the given rules instead of its own.</summary>
    public static Policy With(Policy policy, IEnumerable<PolicyRule>? ingress, IEnumerable<PolicyRule>? egress) => Of(policy.Subject, policy, ingress, egress);

    /// <summary>The same policy for other pods.</summary>
    public static Policy For(LabelSelector subject, Policy policy) => Of(subject, policy, policy.Ingress, policy.Egress);

    private static Policy Of(LabelSelector subject, Policy policy, IEnumerable<PolicyRule>? ingress, IEnumerable<PolicyRule>? egress)
    {
        var result = Policy.ForPods(subject);
        if (policy.Name is { } name) result = result.Named(name);
        if (policy.Namespace is { } home) result = result.InNamespace(home);
        if (policy.Order is { } order) result = result.WithOrder(order);
        if (ingress is not null) result = ingress.Aggregate(result.DenyIngressByDefault(), Ingress);
        if (egress is not null) result = egress.Aggregate(result.DenyEgressByDefault(), Egress);
        return (Policy)PolicySet.Of(result).InMode(policy.Mode)[0];
    }

    /// <summary>Smaller sets: without one entry, or without one rule.</summary>
    public static IEnumerable<PolicySet> Smaller(PolicySet set)
    {
        for (var i = 0; i < set.Count; i++)
        {
            if (set.Count > 1) yield return [.. set.Take(i), .. set.Skip(i + 1)];
            if (set[i] is not Policy policy) continue;
            foreach (var smaller in Smaller(policy)) yield return [.. set.Take(i), smaller, .. set.Skip(i + 1)];
        }
    }

    private static IEnumerable<Policy> Smaller(Policy policy)
    {
        for (var i = 0; i < policy.Ingress?.Count; i++) yield return With(policy, Without(policy.Ingress, i), policy.Egress);
        for (var i = 0; i < policy.Egress?.Count; i++) yield return With(policy, policy.Ingress, Without(policy.Egress, i));
    }

    private static IEnumerable<PolicyRule> Without(IEnumerable<PolicyRule> rules, int index) => rules.Where((_, i) => i != index);

    private static Policy Ingress(Policy policy, PolicyRule rule)
    {
        var clause = policy.AllowIngress(rule.Ports);
        if (rule.Because is { } because) clause = clause.Because(because);
        return rule.Peers is [KubeletPeer] ? clause.FromKubelet() : clause.From(rule.Peers.Cast<Peer>());
    }

    private static Policy Egress(Policy policy, PolicyRule rule)
    {
        var clause = policy.AllowEgress(rule.Ports);
        if (rule.Because is { } because) clause = clause.Because(because);
        return clause.To(rule.Peers.Cast<EgressPeer>());
    }
}
