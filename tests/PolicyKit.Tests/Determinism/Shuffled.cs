using PolicyKit.Tests.Generators;

namespace PolicyKit.Tests.Determinism;

/// <summary>The same policies in another order: entries, peers and ports. Order never changes what a set means.</summary>
internal static class Shuffled
{
    public static PolicySet Of(PolicySet set, int seed)
    {
        var random = new Random(seed);
        return [.. Shuffle(set.Select(entry => entry is Policy policy ? Rewrite.With(policy, Rules(policy.Ingress, random), Rules(policy.Egress, random)) : entry), random)];
    }

    private static IEnumerable<PolicyRule>? Rules(ValueArray<PolicyRule>? rules, Random random) => rules is null
        ? null
        : Shuffle(rules.Select(rule => rule with { Ports = Shuffle(rule.Ports, random).ToValueArray(), Peers = Shuffle(rule.Peers, random).ToValueArray() }), random);

    private static T[] Shuffle<T>(IEnumerable<T> items, Random random)
    {
        var array = items.ToArray();
        random.Shuffle(array);
        return array;
    }
}
