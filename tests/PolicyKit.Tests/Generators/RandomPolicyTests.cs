using FsCheck.Fluent;

namespace PolicyKit.Tests.Generators;

public sealed class RandomPolicyTests
{
    [Test]
    public void Every_word_for_a_peer_is_drawn() =>
        Seen(set => set.Policies.SelectMany(Rules).SelectMany(rule => rule.Peers)).ShouldBe(Leaves(typeof(RulePeer)), ignoreOrder: true);

    [Test]
    public void Every_form_of_a_port_is_drawn() =>
        Seen(set => set.Policies.SelectMany(Rules).SelectMany(rule => rule.Ports)).ShouldBe(Leaves(typeof(Port)), ignoreOrder: true);

    [Test]
    public void A_policy_written_anew_with_its_own_rules_is_the_same_policy()
    {
        foreach (var policy in Sample().SelectMany(set => set.Policies)) Rewrite.With(policy, policy.Ingress, policy.Egress).ShouldBe(policy);
    }

    private static IEnumerable<string> Seen<T>(Func<PolicySet, IEnumerable<T>> parts)
        where T : notnull => Sample().SelectMany(parts).Select(part => part.GetType().Name).Distinct();

    private static IEnumerable<string> Leaves(Type root) =>
        root.Assembly.GetTypes().Where(type => type.IsSubclassOf(root) && !type.IsAbstract).Select(type => type.Name);

    private static IEnumerable<PolicyRule> Rules(Policy policy) => [.. policy.Ingress ?? [], .. policy.Egress ?? []];

    private static IEnumerable<PolicySet> Sample() => PolicyGen.Sets(new()).Sample(1000, 10);
}
