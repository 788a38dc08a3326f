using PolicyKit.Verification.Connecting;
using PolicyKit.Verification.Sets;

namespace PolicyKit.App.Commands;

/// <summary>Input: pairs, sorted. Output: the same, with the networks outside that one end treats alike as one name. Promise: a person sees on one line what is one thing.</summary>
internal static class CondensedPairs
{
    private const string Prefix = "cidr:";

    /// <summary>The pairs in their order; a name that stands for several networks is in the place of the first.</summary>
    public static IEnumerable<ReachablePair> Of(IEnumerable<ReachablePair> pairs)
    {
        var held = new List<ReachablePair>();
        foreach (var pair in pairs)
        {
            // Sources outside stand together in the order of names, and so do destinations outside of one source.
            if (held.Count > 0 && !Continues(held[^1], pair))
            {
                foreach (var one in Merged(held)) yield return one;
                held.Clear();
            }

            if (IsNetwork(pair.From) || IsNetwork(pair.To)) held.Add(pair);
            else yield return pair;
        }

        foreach (var one in Merged(held)) yield return one;
    }

    private static bool Continues(ReachablePair before, ReachablePair pair) =>
        IsNetwork(before.From) ? IsNetwork(pair.From) : pair.From == before.From && IsNetwork(pair.To);

    private static IEnumerable<ReachablePair> Merged(List<ReachablePair> held) =>
        held.GroupBy(pair => (Pod: IsNetwork(pair.From) ? pair.To : pair.From, IsSource: IsNetwork(pair.From), pair.Allowed, pair.Undefined))
            .Select(group => (group.Key, Name: Name(group.Aggregate(IpSet.Empty, (all, pair) => all | IpSet.Parse((group.Key.IsSource ? pair.From : pair.To)[Prefix.Length..])))))
            .OrderBy(one => one.Key.IsSource ? one.Name : one.Key.Pod, StringComparer.Ordinal)
            .ThenBy(one => one.Key.IsSource ? one.Key.Pod : one.Name, StringComparer.Ordinal)
            .Select(one => one.Key.IsSource ? new ReachablePair(one.Name, one.Key.Pod, one.Key.Allowed, one.Key.Undefined) : new(one.Key.Pod, one.Name, one.Key.Allowed, one.Key.Undefined));

    /// <summary>The fewest words for the networks: themselves, or everything but the others.</summary>
    public static string Name(IpSet set)
    {
        var inside = set.Networks;
        var families = set.Ranges.ToArray().Select(range => range.First.Family).Distinct().ToList();
        var everything = families.Aggregate(IpSet.Empty, (all, family) => all | IpSet.OfFamily(family));
        var others = (everything - set).Networks;
        return Prefix + (others.Count + families.Count < inside.Count ? $"{string.Join(", ", everything.Networks)} but {string.Join(", ", others)}" : string.Join(", ", inside));
    }

    private static bool IsNetwork(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);
}
