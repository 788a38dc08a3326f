using PolicyKit.App.Commands;
using PolicyKit.Verification.Sets;

namespace PolicyKit.App.Comparing;

/// <summary>What changed between a pod and the addresses outside. Each side cuts them into the networks that its own policies mention.</summary>
internal static class NetworkChanges
{
    private const string Prefix = "cidr:";

    public static bool IsNetwork(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The changes, one for the networks that changed alike.</summary>
    public static IEnumerable<Change> Between(string pod, bool isSource, IReadOnlyList<(string Network, Reach Reach)> before, IReadOnlyList<(string Network, Reach Reach)> after)
    {
        var (old, @new) = (Grouped(before), Grouped(after));
        foreach (var (was, oldAddresses) in old)
        {
            foreach (var (@is, newAddresses) in @new)
            {
                if (was.Equals(@is)) continue;
                var addresses = oldAddresses & newAddresses;
                if (addresses.IsEmpty) continue;
                var network = CondensedPairs.Name(addresses);
                yield return isSource ? new(pod, network, was, @is) : new(network, pod, was, @is);
            }
        }
    }

    /// <summary>The addresses of each reach; those that no network names have none.</summary>
    private static List<(Reach Reach, IpSet Addresses)> Grouped(IReadOnlyList<(string Network, Reach Reach)> blocks)
    {
        var groups = blocks.GroupBy(block => block.Reach, block => block.Network)
            .Select(group => (group.Key, group.Aggregate(IpSet.Empty, (set, name) => set | IpSet.Parse(name[Prefix.Length..]))))
            .ToList();
        groups.Add((Reach.Nothing, IpSet.All - groups.Aggregate(IpSet.Empty, (set, group) => set | group.Item2)));
        return groups;
    }
}
