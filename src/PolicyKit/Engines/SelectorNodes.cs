using PolicyKit.Manifests;

namespace PolicyKit.Engines;

/// <summary>Label selectors in the form that Kubernetes and most engines share: <c>matchLabels</c> and <c>matchExpressions</c>.</summary>
internal static class SelectorNodes
{
    /// <summary>The well-known label that carries a namespace's name; the control plane sets it and nobody can change it.</summary>
    public const string NamespaceName = "kubernetes.io/metadata.name";

    /// <summary>A selector as a tree; an empty one, which matches everything, is an empty map.</summary>
    /// <param name="selector">The selector.</param>
    /// <param name="prefix">What to put before each key.</param>
    public static ManifestMap Of(LabelSelector selector, string prefix = "")
    {
        if (selector.IsEverything) return ManifestMap.Empty;
        if (Equalities(selector, prefix) is { } labels) return Nodes.Map(("matchLabels", labels));
        var parts = new SelectorParts(selector.Requirements.Count);
        foreach (var one in selector.Requirements) parts.Add(one, prefix);
        return parts.ToMap();
    }

    // Nearly every selector: one value a key.
    private static ManifestMap? Equalities(LabelSelector selector, string prefix)
    {
        if (selector.AsksAKeyTwice) return null;
        var entries = new ManifestEntry[selector.Requirements.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            if (selector.Requirements[i] is not { Operator: LabelOperator.In, Values: [var value] } one) return null;
            entries[i] = new(prefix.Length == 0 ? one.Key : prefix + one.Key, value);
        }

        return ManifestMap.Trusted(entries);
    }

    /// <summary>The namespaces of a scope by their labels; null for the policy's own, which Kubernetes says by leaving the selector out.</summary>
    public static ManifestMap? Namespaces(NamespaceScope scope) => scope switch
    {
        NamespaceScope.Own => null,
        NamespaceScope.Every => ManifestMap.Empty,
        NamespaceScope.Named { Names: [var name] } => Nodes.Map(("matchLabels", Nodes.Map((NamespaceName, name)))),
        NamespaceScope.Named named => Nodes.Map(("matchExpressions", Nodes.List(In(NamespaceName, named.Names)))),
        NamespaceScope.Matching matching => Of(matching.Labels),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Asks for one of several values.</summary>
    public static ManifestMap In(string key, ValueArray<string> values) =>
        Nodes.Map(("key", key), ("operator", "In"), ("values", Nodes.Texts(values)));

    /// <summary>A requirement as an item of <c>matchExpressions</c>.</summary>
    public static ManifestMap Expression(LabelRequirement one, string key) => one.Operator switch
    {
        LabelOperator.In => In(key, one.Values),
        LabelOperator.NotIn => Nodes.Map(("key", key), ("operator", "NotIn"), ("values", Nodes.Texts(one.Values))),
        LabelOperator.Exists => Nodes.Map(("key", key), ("operator", "Exists")),
        LabelOperator.DoesNotExist => Nodes.Map(("key", key), ("operator", "DoesNotExist")),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
