using PolicyKit.Ir;
using PolicyKit.Manifests;

namespace PolicyKit.Engines;

/// <summary>The parts that every emitted object has.</summary>
internal static class ObjectNodes
{
    public static Manifest Object(string apiVersion, string kind, ManifestMap metadata, ManifestMap spec) =>
        new(Nodes.Map(("apiVersion", apiVersion), ("kind", kind), ("metadata", metadata), ("spec", spec)));

    /// <summary>Name, namespace, labels and annotations, in that order; what is empty is left out.</summary>
    public static ManifestMap Metadata(PolicyEntry entry, string name, string? namespaceName)
    {
        var entries = new List<ManifestEntry> { new("name", name) };
        if (namespaceName is not null) entries.Add(new("namespace", namespaceName));
        if (entry.Labels.Count > 0) entries.Add(new("labels", Nodes.MapOf([.. entry.Labels.Select(label => new ManifestEntry(label.Key, label.Value))])));
        if (entry.Annotations.Count > 0)
            entries.Add(new("annotations", Nodes.MapOf([.. entry.Annotations.Select(annotation => new ManifestEntry(annotation.Key, annotation.Value))])));
        return Nodes.MapOf(entries);
    }
}
