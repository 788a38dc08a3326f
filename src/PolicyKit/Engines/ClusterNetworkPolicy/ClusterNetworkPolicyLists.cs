using PolicyKit.Manifests;

namespace PolicyKit.Engines.ClusterNetworkPolicy;

/// <summary>Lists as the API takes them: none holds more than twenty-five items, be they rules, peers, protocols, networks or names.</summary>
internal static class ClusterNetworkPolicyLists
{
    public const int Limit = 25;

    /// <summary>One of the lists that items fill, counted from zero; null behind the last one.</summary>
    public static ManifestList? Chunk(List<ManifestNode> items, int index)
    {
        var start = index * Limit;
        if (start >= items.Count) return null;
        var chunk = new ManifestNode[Math.Min(Limit, items.Count - start)];
        items.CopyTo(start, chunk, 0, chunk.Length);
        return ManifestList.Trusted(chunk);
    }
}
