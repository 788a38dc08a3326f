using PolicyKit.Manifests;

namespace PolicyKit.Verification.Reading;

/// <summary>
/// Input: a map of a manifest. Output: its fields with their types and places. Promise: a field of another type refuses the object, and
/// <see cref="Close"/> reports every key that nobody asked for.
/// </summary>
internal sealed class Fields(ManifestMap map, Place place, ReadingLog log, NullReading nulls = NullReading.Absent)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public Place Place => place;

    public ReadingLog Log => log;

    /// <summary>Whether nothing is written here.</summary>
    public bool IsEmpty => map.Count == 0;

    /// <summary>Every key that is written here, known or not.</summary>
    public IEnumerable<string> Keys => map.Select(entry => entry.Key);

    /// <summary>Where a field stands, or would stand.</summary>
    public Place PlaceOf(string key)
    {
        foreach (var entry in map)
        {
            if (entry.Key == key) return place.Field(key, entry.KeyPosition.IsKnown ? entry.KeyPosition : entry.Value.Position);
        }

        return place.Field(key, place.Position);
    }

    /// <summary>Whether a field is written at all, a null that counts as absent left out.</summary>
    public bool Has(string key) => Node(key) is not null;

    public string? Text(string key) => Node(key) is not { } node ? null : node is ManifestText text ? text.Value : Mismatch<string>(key, node, "a text");

    public bool? Boolean(string key) => Node(key) is not { } node ? null : node is ManifestBoolean value ? value.Value : MismatchValue<bool>(key, node, "true or false");

    public long? Integer(string key) => Node(key) switch
    {
        null => null,
        ManifestInteger number => number.Value,
        var node => MismatchValue<long>(key, node, "a whole number"),
    };

    public double? Number(string key) => Node(key) switch
    {
        null => null,
        ManifestInteger number => number.Value,
        ManifestDecimal number => number.Value,
        var node => MismatchValue<double>(key, node, "a number"),
    };

    public IntOrText? IntOrText(string key) => Node(key) is not { } node ? null : Reading.IntOrText.Of(node) ?? Mismatch<IntOrText>(key, node, "a whole number or a text");

    public Fields? Map(string key) => Node(key) is not { } node ? null : node is ManifestMap value ? new(value, PlaceOf(key), log, nulls) : Mismatch<Fields>(key, node, "a map");

    /// <summary>The items of a list with their places; null when the list is not written.</summary>
    public IReadOnlyList<Item<ManifestNode>>? List(string key)
    {
        if (Node(key) is not { } node) return null;
        if (node is not ManifestList list) return Mismatch<IReadOnlyList<Item<ManifestNode>>>(key, node, "a list");
        var at = PlaceOf(key);
        return [.. list.Select((item, index) => new Item<ManifestNode>(item, at.Item(index, item.Position)))];
    }

    /// <summary>The maps of a list; items of another type refuse the object.</summary>
    public IReadOnlyList<Fields>? Maps(string key) =>
        Typed(key, "a map", item => item.Value switch
        {
            ManifestMap value => new Fields(value, item.Place, log, nulls),
            ManifestNull when nulls == NullReading.Absent => new Fields(ManifestMap.Empty, item.Place, log, nulls),
            _ => null,
        });

    public IReadOnlyList<Item<string>>? Texts(string key) =>
        Typed(key, "a text", item => item.Value is ManifestText text ? new Item<string>(text.Value, item.Place) : null);

    public IReadOnlyList<Item<IntOrText>>? IntsOrTexts(string key) =>
        Typed(key, "a whole number or a text", item => Reading.IntOrText.Of(item.Value) is { } value ? new Item<IntOrText>(value, item.Place) : null);

    /// <summary>A map of texts, such as labels, in the order in which they are written.</summary>
    public IReadOnlyList<TextEntry>? TextMap(string key)
    {
        if (Node(key) is not { } node) return null;
        if (node is not ManifestMap value) return Mismatch<IReadOnlyList<TextEntry>>(key, node, "a map");
        var result = new List<TextEntry>();
        var at = PlaceOf(key);
        foreach (var entry in value)
        {
            var where = at.Field(entry.Key, entry.KeyPosition);
            if (entry.Value is ManifestText text) result.Add(new(entry.Key, text.Value, where));
            else if (entry.Value is ManifestNull && nulls == NullReading.Absent) result.Add(new(entry.Key, "", where));
            else log.Reject(where, $"A text is needed here, and there is {With(entry.Value)}.", "Put it in quotes.");
        }

        return result;
    }

    /// <summary>Says that fields are known although nothing is read from them.</summary>
    public void Skip(params IEnumerable<string> keys) => _known.UnionWith(keys);

    /// <summary>Reports the keys that nobody asked for: the API server drops them.</summary>
    public void Close()
    {
        foreach (var entry in map)
        {
            if (_known.Contains(entry.Key)) continue;
            var mend = Nearest.To(entry.Key, _known) is { } near ? $"Did you mean '{near}'?" : $"Known here: {string.Join(", ", _known.Order(StringComparer.Ordinal))}.";
            log.Prune(PlaceOf(entry.Key), $"There is no field '{entry.Key}' here.", mend);
        }
    }

    private ManifestNode? Node(string key)
    {
        var first = _known.Add(key);
        if (!map.TryGet(key, out var node)) return null;
        if (node is not ManifestNull) return node;
        const string Problem = "There is no value behind this key.", Mend = "Write a value, or leave the key out.";
        if (nulls == NullReading.Refused) log.Reject(PlaceOf(key), Problem, Mend);
        else if (nulls == NullReading.Dropped && first) log.Prune(PlaceOf(key), Problem, Mend);
        return null;
    }

    private List<T>? Typed<T>(string key, string wanted, Func<Item<ManifestNode>, T?> convert)
    {
        if (List(key) is not { } items) return null;
        var result = new List<T>();
        foreach (var item in items)
        {
            if (convert(item) is { } value) result.Add(value);
            else log.Reject(item.Place, $"The list needs {wanted} here, and there is {With(item.Value)}.");
        }

        return result;
    }

    private T? Mismatch<T>(string key, ManifestNode node, string wanted)
        where T : class
    {
        Mismatched(key, node, wanted);
        return null;
    }

    private T? MismatchValue<T>(string key, ManifestNode node, string wanted)
        where T : struct
    {
        Mismatched(key, node, wanted);
        return null;
    }

    private void Mismatched(string key, ManifestNode node, string wanted) =>
        log.Reject(PlaceOf(key), $"The field needs {wanted}, and there is {With(node)}.", node is ManifestText or not (ManifestInteger or ManifestBoolean or ManifestDecimal) || wanted != "a text" ? "" : "Put it in quotes.");

    private static string With(ManifestNode node) => node switch
    {
        ManifestText text => $"the text '{Shown.Of(text.Value)}'",
        ManifestInteger number => FormattableString.Invariant($"the number {number.Value}"),
        ManifestDecimal number => FormattableString.Invariant($"the number {number.Value}"),
        ManifestBoolean boolean => boolean.Value ? "the truth value true" : "the truth value false",
        ManifestNull => "nothing",
        _ => "a " + node.KindName,
    };
}
