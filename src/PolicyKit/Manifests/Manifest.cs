using System.Runtime.CompilerServices;

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

    /// <summary>Reads a text that is exactly one manifest.</summary>
    /// <param name="yaml">The manifest as YAML or JSON.</param>
    /// <param name="callerFile">The source file; the compiler fills it in.</param>
    /// <param name="callerLine">The line; the compiler fills it in.</param>
    /// <returns>The manifest.</returns>
    /// <exception cref="ManifestFormatException">It is not exactly one manifest; the message names the line of C# and the line of YAML.</exception>
    public static Manifest Parse(string yaml, [CallerFilePath] string callerFile = "", [CallerLineNumber] int callerLine = 0) =>
        ManifestReader.ReadOne(yaml, new Origin(callerFile, callerLine));

    /// <summary>The whole object.</summary>
    public ManifestMap Root { get; }

    /// <summary>The file it was read from, or null.</summary>
    public string? File { get; }

    /// <summary>The line of C# of the policy that it was emitted for; not known when it was read.</summary>
    public Origin Origin { get; internal init; }

    /// <summary>The API group and version, for example <c>networking.k8s.io/v1</c>.</summary>
    public string ApiVersion { get; }

    /// <summary>The kind, for example <c>NetworkPolicy</c>.</summary>
    public string Kind { get; }

    /// <summary>The object's name, or null when it has none.</summary>
    public string? Name => (Metadata?["name"] as ManifestText)?.Value;

    /// <summary>The object's namespace, or null when it has none.</summary>
    public string? Namespace => (Metadata?["namespace"] as ManifestText)?.Value;

    /// <summary>The manifest as YAML.</summary>
    /// <returns>One document, with <c>---</c> before it and a line end behind it: the texts of several manifests can be joined.</returns>
    /// <exception cref="ArgumentException">A text is not Unicode, or the tree is more than 100 levels deep; the message names the place.</exception>
    public string ToYaml() => YamlWriter.ToText(Root);

    /// <summary>The manifest as JSON.</summary>
    /// <param name="indented">Whether to write it on many lines, indented by two spaces, or on one.</param>
    /// <returns>The JSON text.</returns>
    /// <exception cref="ArgumentException">A text is not Unicode, or the tree is more than 100 levels deep; the message names the place.</exception>
    public string ToJson(bool indented = true) => JsonWriter.ToText(Root, indented);

    /// <summary>The manifest as dictionaries and lists, as CDK8s and Pulumi take it.</summary>
    /// <returns>
    /// A fresh tree of <c>Dictionary&lt;string, object?&gt;</c>, <c>List&lt;object?&gt;</c>, <c>string</c>, <c>long</c>, <c>double</c>, <c>bool</c> and null.
    /// </returns>
    public Dictionary<string, object?> ToDictionary() => PlainObjects.FromMap(Root);

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
