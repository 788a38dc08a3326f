namespace PolicyKit.Manifests;

/// <summary>One Kubernetes object as a tree.</summary>
/// <remarks>Immutable. Two manifests are equal when their trees are.</remarks>
public sealed class Manifest : IEquatable<Manifest>
{
    /// <summary>A manifest with the given tree.</summary>
    /// <param name="root">The object: a map with at least <c>apiVersion</c> and <c>kind</c>.</param>
    /// <param name="file">The file it was read from, for messages.</param>
    /// <exception cref="ArgumentException">The tree has no <c>apiVersion</c> or no <c>kind</c>.</exception>
    public Manifest(ManifestMap root, string? file = null)
    {
        ArgumentNullException.ThrowIfNull(root);
        Root = root;
        File = file;
        ApiVersion = (root["apiVersion"] as ManifestText)?.Value ?? throw new ArgumentException("A manifest needs the text 'apiVersion'.", nameof(root));
        Kind = (root["kind"] as ManifestText)?.Value ?? throw new ArgumentException("A manifest needs the text 'kind'.", nameof(root));
    }

    /// <summary>The whole object.</summary>
    public ManifestMap Root { get; }

    /// <summary>The file it was read from, or null.</summary>
    public string? File { get; }

    /// <summary>The API group and version, for example <c>networking.k8s.io/v1</c>.</summary>
    public string ApiVersion { get; }

    /// <summary>The kind, for example <c>NetworkPolicy</c>.</summary>
    public string Kind { get; }

    /// <summary>The object's name, or null when it has none.</summary>
    public string? Name => (Metadata?["name"] as ManifestText)?.Value;

    /// <summary>The object's namespace, or null when it has none.</summary>
    public string? Namespace => (Metadata?["namespace"] as ManifestText)?.Value;

    /// <summary>Kind, namespace and name, for messages.</summary>
    /// <returns>For example <c>NetworkPolicy jaas/web</c>.</returns>
    public override string ToString() => Namespace is null ? $"{Kind} {Name}" : $"{Kind} {Namespace}/{Name}";

    /// <inheritdoc/>
    public bool Equals(Manifest? other) => other is not null && Root.Equals(other.Root);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Manifest);

    /// <inheritdoc/>
    public override int GetHashCode() => Root.GetHashCode();

    private ManifestMap? Metadata => Root["metadata"] as ManifestMap;
}
