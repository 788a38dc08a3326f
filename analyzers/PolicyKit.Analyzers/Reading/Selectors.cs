namespace PolicyKit.Analyzers.Reading;

/// <summary>Puts selectors together, in the library's canonical form; a part that is not known makes the whole unknown.</summary>
internal static class Selectors
{
    /// <summary>What all of the labels and selectors ask together.</summary>
    internal static Value OfLabels(IEnumerable<Value> parts)
    {
        var all = Value.Of(Known.Selector.Everything);
        foreach (var part in parts)
        {
            if (part.IsUnknown) return part;
            all = part.Alternatives.Aggregate(Value.None, (made, one) => made.Or(Requirements(one) is { } more
                ? all.Map<Known.Selector>(selector => Known.Selector.Of(selector.Requirements.Concat(more)))
                : Value.Unknown));
        }

        return all;
    }

    /// <summary>A key with one of some values, or with none of them.</summary>
    internal static Value OfValues(Value key, string relation, IEnumerable<Value> values)
    {
        var texts = values.Select(value => value.OnlyText).ToArray();
        return Array.IndexOf(texts, null) >= 0 ? Value.Unknown : key.Map<Known.Key>(one => Known.Selector.Of([Requirement(one.Name, relation, texts!)]));
    }

    private static IEnumerable<string>? Requirements(Known part) => part switch
    {
        Known.Selector selector => selector.Requirements,
        Known.Row { Items: [var key, var value] } when key.OnlyText is { } name && value.OnlyText is { } text => [Requirement(name, "in", [text])],
        _ => null,
    };

    private static string Requirement(string key, string relation, IEnumerable<string> values) =>
        $"{key} {relation} ({string.Join(",", values.Distinct(StringComparer.Ordinal).OrderBy(one => one, StringComparer.Ordinal))})";
}
