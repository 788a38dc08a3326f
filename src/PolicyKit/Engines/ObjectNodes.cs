using PolicyKit.Ir;
using PolicyKit.Manifests;

namespace PolicyKit.Engines;

/// <summary>The parts that every emitted object of a kind has.</summary>
internal sealed class ObjectNodes(string apiVersion, string kind)
{
    private readonly ManifestText _apiVersion = new(apiVersion);
    private readonly ManifestText _kind = new(kind);

    /// <summary>An object with the labels and annotations of a policy.</summary>
    public Manifest Of(PolicyEntry entry, string name, string? namespaceName, ManifestMap spec) =>
        new(Nodes.Map(("apiVersion", _apiVersion), ("kind", _kind), ("metadata", Metadata(entry, name, namespaceName)), ("spec", spec))) { Origin = entry.Origin };

    private static ManifestMap Metadata(PolicyEntry entry, string name, string? namespaceName) => Nodes.MapOfKnown(
        ("name", name),
        ("namespace", namespaceName is null ? null : new ManifestText(namespaceName)),
        ("labels", entry.Labels.Count == 0 ? null : Nodes.MapOf(entry.Labels.Select(label => new ManifestEntry(label.Key, label.Value)))),
        ("annotations", entry.Annotations.Count == 0 ? null : Nodes.MapOf(entry.Annotations.Select(annotation => new ManifestEntry(annotation.Key, annotation.Value)))));
}
