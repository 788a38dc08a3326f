using PolicyKit.Manifests;

namespace PolicyKit.Engines.ClusterNetworkPolicy;

/// <summary>The forms that the CRD is made of: known keys, exactly one of them, lists of one to twenty-five.</summary>
internal static class ClusterNetworkPolicyShape
{
    private const int Limit = ClusterNetworkPolicyLists.Limit;

    /// <summary>Reports what the API server drops, unknown keys and nulls, and counts what remains.</summary>
    public static int Keys(TreeCheck check, ManifestMap map, string[] known)
    {
        check.OnlyKeys(map, known);
        var count = 0;
        foreach (var key in known)
        {
            if (!map.TryGet(key, out var value)) continue;
            if (value is ManifestNull) HasNoValue(check, key, value);
            else count++;
        }

        return count;
    }

    private static void HasNoValue(TreeCheck check, string key, ManifestNode value) => check.At(key, check => check.Prunes(value, "it has no value"));

    /// <summary>Exactly one of the keys.</summary>
    public static void One(TreeCheck check, ManifestMap map, string[] known)
    {
        var count = Keys(check, map, known);
        if (count == 0) check.Refuses(map, known.Length == 1 ? $"it has no {known[0]}" : $"it has none of {Words.List(known)}");
        if (count > 1) check.Refuses(map, $"it has more than one of {Words.List(known)}");
    }

    public static void Requires(TreeCheck check, ManifestMap map, string key)
    {
        if (!TreeCheck.Has(map, key)) check.Refuses(map, $"it has no {key}");
    }

    /// <summary>A list of at least one item and not too many.</summary>
    public static void Items(TreeCheck check, ManifestNode node, Action<TreeCheck, ManifestNode> item)
    {
        if (check.List(node) is not { } items) return;
        if (items.Count == 0) check.Refuses(node, "the list is empty");
        AtMost(check, items);
        check.Items(items, item);
    }

    /// <summary>A list of texts, each at most once.</summary>
    public static void Set(TreeCheck check, ManifestNode node, Action<TreeCheck, ManifestNode> item)
    {
        Items(check, node, item);
        if (node is not ManifestList { Count: > 1 } list) return;
        var seen = new HashSet<ManifestNode>();
        check.Items(list, (check, one) =>
        {
            if (!seen.Add(one)) check.Refuses(one, "it is in the list already");
        });
    }

    public static void AtMost(TreeCheck check, ManifestList list)
    {
        if (list.Count > Limit) check.Refuses(list, FormattableString.Invariant($"{list.Count} items are too many; it takes {Limit}"));
    }
}
