using PolicyKit.Manifests;
using PolicyKit.Verification.Engines.Calico;
using PolicyKit.Verification.Engines.Cilium;
using PolicyKit.Verification.Reading;

namespace PolicyKit.Verification.Lint;

/// <summary>A label key that a selector of a policy asks for, where it is written.</summary>
/// <param name="Manifest">The policy.</param>
/// <param name="Key">The key, without the prefixes that engines put before it.</param>
/// <param name="Values">The values that it asks for one by one; none where it asks for something else.</param>
/// <param name="OfNamespace">Whether it is a label of namespaces.</param>
/// <param name="Place">Where it is written.</param>
internal sealed record WrittenLabel(Manifest Manifest, string Key, IReadOnlyList<string> Values, bool OfNamespace, Place Place)
{
    /// <summary>Every key that stands in a selector of an object.</summary>
    public static IEnumerable<WrittenLabel> In(Manifest manifest) =>
        manifest.Root["spec"] is { } spec ? Walk(manifest, spec, Place.Root(manifest).Field("spec", spec.Position), "spec")
            : manifest.Root["specs"] is { } specs ? Walk(manifest, specs, Place.Root(manifest).Field("specs", specs.Position), "specs") : [];

    private static IEnumerable<WrittenLabel> Walk(Manifest manifest, ManifestNode node, Place place, string selector)
    {
        switch (node)
        {
            case ManifestList list:
                for (var i = 0; i < list.Count; i++)
                {
                    foreach (var label in Walk(manifest, list[i], place.Item(i, list[i].Position), selector)) yield return label;
                }

                break;
            case ManifestMap map:
                foreach (var entry in map)
                {
                    var at = place.Field(entry.Key, entry.KeyPosition);
                    foreach (var label in OfEntry(manifest, entry, at, selector)) yield return label;
                }

                break;
        }
    }

    private static IEnumerable<WrittenLabel> OfEntry(Manifest manifest, ManifestEntry entry, Place at, string selector) => (entry.Key, entry.Value) switch
    {
        ("matchLabels", ManifestMap labels) => labels.Select(label => Of(manifest, label.Key, TextsOf(label.Value), selector, at.Field(label.Key, label.KeyPosition))),
        ("matchExpressions", ManifestList expressions) => expressions.OfType<ManifestMap>().SelectMany((expression, i) => expression["key"] is ManifestText key ? [Of(manifest, key.Value, TextsOf(expression["values"]), selector, at.Item(i, expression.Position))] : Array.Empty<WrittenLabel>()),
        ("selector" or "notSelector" or "namespaceSelector", ManifestText text) => OfExpression(text.Value).Select(label => Of(manifest, label.Key, ValuesOf(label), entry.Key, at)),
        (_, var value) => Walk(manifest, value, at, entry.Key is "podSelector" ? "podSelector" : entry.Key is "namespaceSelector" or "namespaces" ? "namespaceSelector" : selector is "namespaceSelector" && entry.Key is "podSelector" ? "podSelector" : entry.Key),
    };

    private static WrittenLabel Of(Manifest manifest, string key, IReadOnlyList<string> values, string selector, Place place)
    {
        var name = CiliumKey.Parse(key).Name;
        return name.StartsWith(CiliumKey.NamespaceLabels, StringComparison.Ordinal)
            ? new(manifest, name[CiliumKey.NamespaceLabels.Length..], values, true, place)
            : new(manifest, name, values, selector == "namespaceSelector", place);
    }

    /// <summary>What is only a part of a value needs no value's form.</summary>
    private static IReadOnlyList<string> ValuesOf(CalicoSelector.Label label) =>
        label.Operator is CalicoOperator.Contains or CalicoOperator.StartsWith or CalicoOperator.EndsWith ? [] : label.Values;

    private static IReadOnlyList<string> TextsOf(ManifestNode? node) => node switch
    {
        ManifestText text => [text.Value],
        ManifestList list => [.. list.OfType<ManifestText>().Select(text => text.Value)],
        _ => [],
    };

    private static IReadOnlyList<CalicoSelector.Label> OfExpression(string text)
    {
        var labels = new List<CalicoSelector.Label>();
        CalicoSelectorParser.Parse(text).Selector?.Rewrite(leaf =>
        {
            if (leaf is CalicoSelector.Label label) labels.Add(label);
            return leaf;
        });
        return labels;
    }
}
