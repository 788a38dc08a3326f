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
        var labels = new List<ManifestEntry>();
        var expressions = new List<ManifestNode>();
        foreach (var one in selector.Requirements)
        {
            // INVARIANT (unique keys): sorted requirements put equal keys beside each other; the second one cannot be a map entry.
            var repeated = labels.Count > 0 && string.Equals(labels[^1].Key, prefix + one.Key, StringComparison.Ordinal);
            if (one.Operator is LabelOperator.In && one.Values.Count == 1 && !repeated) labels.Add(new(prefix + one.Key, one.Values[0]));
            else expressions.Add(Expression(one, prefix));
        }

        return (labels.Count, expressions.Count) switch
        {
            (_, 0) => Nodes.Map(("matchLabels", Nodes.MapOf(labels))),
            (0, _) => Nodes.Map(("matchExpressions", Nodes.ListOf(expressions))),
            _ => Nodes.Map(("matchLabels", Nodes.MapOf(labels)), ("matchExpressions", Nodes.ListOf(expressions))),
        };
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

    private static ManifestMap In(string key, ValueArray<string> values) =>
        Nodes.Map(("key", key), ("operator", "In"), ("values", Nodes.Texts(values)));

    private static ManifestMap Expression(LabelRequirement one, string prefix) => one.Operator switch
    {
        LabelOperator.In => In(prefix + one.Key, one.Values),
        LabelOperator.NotIn => Nodes.Map(("key", prefix + one.Key), ("operator", "NotIn"), ("values", Nodes.Texts(one.Values))),
        LabelOperator.Exists => Nodes.Map(("key", prefix + one.Key), ("operator", "Exists")),
        LabelOperator.DoesNotExist => Nodes.Map(("key", prefix + one.Key), ("operator", "DoesNotExist")),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
