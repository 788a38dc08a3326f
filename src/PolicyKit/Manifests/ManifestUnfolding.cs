namespace PolicyKit.Manifests;

/// <summary>Input: the tree of a document. Output: its manifests: one, or the items when it is a list of objects.</summary>
/// <remarks>As for Kubernetes, an object is a list when its kind ends in <c>List</c> and it has <c>items</c>.</remarks>
internal static class ManifestUnfolding
{
    /// <exception cref="ReadingStopped">It is no manifest; the reason was reported.</exception>
    public static void Unfold(ManifestNode root, string? file, Reading reading, List<Manifest> manifests)
    {
        if (root is not ManifestMap map) throw reading.Refuse(root.Position, $"A manifest is a map, but this is a {root.KindName}.", "Start with 'apiVersion:' and 'kind:', each object in a document of its own.");
        RequireText(map, "apiVersion", "networking.k8s.io/v1", reading);
        RequireText(map, "kind", "NetworkPolicy", reading);
        var manifest = new Manifest(map, file);
        if (!manifest.Kind.EndsWith("List", StringComparison.Ordinal) || !map.TryGet("items", out var items))
        {
            manifests.Add(manifest);
            return;
        }

        if (items is ManifestNull) return;
        if (items is not ManifestList list) throw reading.Refuse(items.Position, $"The 'items' of a {manifest.Kind} are a list, but this is a {items.KindName}.", "Write each item behind '- '.");
        foreach (var item in list.AsSpan()) Unfold(item, file, reading, manifests);
    }

    private static void RequireText(ManifestMap map, string key, string example, Reading reading)
    {
        if (!map.TryGet(key, out var value)) throw reading.Refuse(map.Position, $"The manifest has no '{key}'.", $"Add it, for example '{key}: {example}'.");
        if (value is not ManifestText) throw reading.Refuse(value.Position, $"The '{key}' of a manifest is text, but this is a {value.KindName}.", $"Write, for example, '{key}: {example}'.");
    }
}
