using PolicyKit.Manifests;

namespace PolicyKit.Engines;

/// <summary>A selector in the making: single values become <c>matchLabels</c>, everything else <c>matchExpressions</c>.</summary>
/// <param name="capacity">How many parts are likely to come.</param>
internal sealed class SelectorParts(int capacity)
{
    private readonly List<ManifestEntry> _labels = new(capacity);
    private List<ManifestNode>? _expressions;

    /// <summary>Asks for one value of a key.</summary>
    public void Add(string key, string value) => _labels.Add(new(key, value));

    /// <summary>Adds an item of <c>matchExpressions</c>.</summary>
    public void Add(ManifestNode expression) => (_expressions ??= []).Add(expression);

    /// <summary>Adds a requirement; what to put before its key comes first.</summary>
    public void Add(LabelRequirement one, string prefix = "") => AddAs(prefix.Length == 0 ? one.Key : prefix + one.Key, one);

    /// <summary>Adds a requirement under another key.</summary>
    public void AddAs(string key, LabelRequirement one)
    {
        // INVARIANT (unique keys): a second requirement for a key cannot be a map entry.
        if (one.Operator is LabelOperator.In && one.Values.Count == 1 && !HasLabel(key)) Add(key, one.Values[0]);
        else Add(SelectorNodes.Expression(one, key));
    }

    /// <summary>The selector; there is at least one part.</summary>
    public ManifestMap ToMap() => (_labels.Count, _expressions) switch
    {
        (_, null) => Nodes.Map(("matchLabels", Nodes.MapOf(_labels))),
        (0, _) => Nodes.Map(("matchExpressions", Nodes.ListOf(_expressions))),
        _ => Nodes.Map(("matchLabels", Nodes.MapOf(_labels)), ("matchExpressions", Nodes.ListOf(_expressions))),
    };

    private bool HasLabel(string key)
    {
        foreach (var label in _labels)
        {
            if (string.Equals(label.Key, key, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
