namespace PolicyKit.Analyzers.Reading;

/// <summary>Puts selectors together; a part that is not known makes the whole unknown, and one that the library would refuse makes nothing.</summary>
internal static class Selectors
{
    /// <summary>What all of the labels and selectors ask together.</summary>
    internal static Value OfLabels(IEnumerable<Value> parts)
    {
        var all = Value.Of(Known.Selector.Everything);
        foreach (var part in parts)
        {
            if (part.IsUnknown) return part;
            all = part.Alternatives.Aggregate(Value.None, (made, one) => made.Or(one switch
            {
                Known.Selector selector => all.Map<Known.Selector>(before => new Known.Selector(before.Written.And(selector.Written))),
                Known.Row { Items: [var key, var value] } when key.OnlyText is { } name && value.OnlyText is { } text =>
                    all.Map<Known.Selector>(before => Made(() => before.Written.And(LabelSelector.Of((name, text))))),
                _ => Value.Unknown,
            }));
        }

        return all;
    }

    /// <summary>A key.</summary>
    internal static Value OfKey(Value name) => name.OnlyText is { } text ? Value.OfAll([Refused(() => LabelKey.Of(text)) is { } key ? new Known.Key(key) : null]) : Value.Unknown;

    /// <summary>A key with one of some values, or with none of them.</summary>
    internal static Value OfValues(Value key, IEnumerable<Value> values, Func<LabelKey, string, string[], LabelSelector> relation)
    {
        var texts = values.Select(value => value.OnlyText).ToArray();
        return Array.IndexOf(texts, null) >= 0 ? Value.Unknown : key.Map<Known.Key>(one => Made(() => relation(one.Written, texts[0]!, [.. texts.Skip(1)!])));
    }

    private static Known.Selector? Made(Func<LabelSelector> make) => Refused(make) is { } selector ? new(selector) : null;

    private static T? Refused<T>(Func<T> make)
        where T : class
    {
        try
        {
            return make();
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
