using PolicyKit.Manifests;

namespace PolicyKit.Profiles;

/// <summary>One map of a profile: asked for its facts key by key, and at the end for the keys that nobody asked for.</summary>
/// <remarks>INVARIANT (one list of keys): a key is known exactly when the code asks for it; so no key can be known and not read.</remarks>
internal sealed class FactMap(ManifestMap map, string path, FactFindings findings)
{
    private readonly List<string> _asked = [];

    public bool Has(string key) => map.TryGet(key, out _);

    public bool? Flag(string key) => Of<ManifestBoolean>(key, "true or false", "Write true or false.")?.Value;

    public string? Text(string key, Func<string, string?> problem) =>
        Of<ManifestText>(key, "a text", "Quote it if it looks like a number.") is { } text && Holds(text, key, problem(text.Value)) ? text.Value : null;

    public int? Integer(string key, Func<long, string?> problem) =>
        Of<ManifestInteger>(key, "a whole number", "Write it in plain digits, without quotes.") is { } number && Holds(number, key, problem(number.Value))
            ? (int)number.Value
            : null;

    /// <summary>One of a few words.</summary>
    public T? Word<T>(string key, FactWords<T> words)
        where T : struct => Asked(key) is { } node ? words.Read(node, PathOf(key), findings) : null;

    /// <summary>A version; a number will not do, for 1.20 without quotes is 1.2.</summary>
    public EngineVersion? Version(string key) =>
        Of<ManifestText>(key, "a version", "Quote it, for example \"1.18\": without quotes 1.20 would be 1.2.") is not { } text ? null
        : EngineVersion.TryParse(text.Value, out var version) ? version
        : Wrong<EngineVersion>(text, key, $"{UserWords.Quote(text.Value)} is not a version.", "Write major and minor, for example \"1.18\".");

    /// <summary>The facts of a list, each read by itself; null when the key is not there.</summary>
    public ValueArray<T>? List<T>(string key, string what, string mend, Func<ManifestNode, string, FactFindings, T?> read, bool needsOne = false)
        where T : class => Items(key, what, mend, needsOne) is { } items ? Whole(items, items.Select(item => read(item.Node, item.Path, findings)).OfType<T>()) : null;

    /// <summary>The numbers or words of a list, each read by itself; null when the key is not there.</summary>
    public ValueArray<T>? Values<T>(string key, string what, string mend, Func<ManifestNode, string, FactFindings, T?> read, bool needsOne = false)
        where T : struct => Items(key, what, mend, needsOne) is { } items ? Whole(items, items.Select(item => read(item.Node, item.Path, findings)).OfType<T>()) : null;

    /// <summary>The fact behind a key, whatever its form.</summary>
    public T? Any<T>(string key, Func<ManifestNode, string, FactFindings, T?> read)
        where T : class => Asked(key) is { } node ? read(node, PathOf(key), findings) : null;

    /// <summary>A map of further facts; all of them unknown when the key is not there.</summary>
    public T? Section<T>(string key, Func<FactMap, T?> read)
        where T : class => Asked(key) is { } node ? Read(node, PathOf(key), findings, read) : null;

    /// <summary>Reads a map, and reports the keys that are not known in it.</summary>
    public static T? Read<T>(ManifestNode node, string path, FactFindings findings, Func<FactMap, T?> read)
        where T : class
    {
        if (node is not ManifestMap map)
        {
            if (path.Length > 0) findings.Expected(node, path, "a map", "Write 'key: value' lines under it.");
            else findings.Add(node.Position, "A profile is a map of facts.", "Write 'key: value' lines.");
            return null;
        }

        var facts = new FactMap(map, path, findings);
        var result = read(facts);
        facts.ReportUnknown();
        return result;
    }

    public void Report(string message, string mend) => findings.Add(map.Position, message, mend);

    // Refuses the value of a key for what it says.
    private bool Holds(ManifestNode node, string key, string? problem)
    {
        if (problem is not null) findings.Add(node.Position, $"'{PathOf(key)}': {problem}", "");
        return problem is null;
    }

    private (ManifestNode Node, string Path)[]? Items(string key, string what, string mend, bool needsOne)
    {
        if (Of<ManifestList>(key, what, mend) is not { } list) return null;
        if (!needsOne || list.Count > 0) return [.. list.Select((item, i) => (item, FormattableString.Invariant($"{PathOf(key)}[{i}]")))];
        findings.Add(list.Position, $"'{PathOf(key)}' is an empty list, which says nothing.", "Name one, or take the key out if it is not known.");
        return null;
    }

    // A list with a bad item is no fact at all: what is left of it could say something else.
    private static ValueArray<T>? Whole<T>((ManifestNode, string)[] items, IEnumerable<T> read) =>
        read.ToValueArray() is var all && all.Count == items.Length ? all : null;

    private T? Of<T>(string key, string what, string mend)
        where T : ManifestNode
    {
        if (Asked(key) is not { } node) return null;
        if (node is T right) return right;
        findings.Expected(node, PathOf(key), what, mend);
        return null;
    }

    private T? Wrong<T>(ManifestNode node, string key, string message, string mend)
        where T : struct
    {
        findings.Add(node.Position, $"'{PathOf(key)}': {message}", mend);
        return null;
    }

    private ManifestNode? Asked(string key)
    {
        _asked.Add(key);
        return map[key];
    }

    private string PathOf(string key) => path.Length == 0 ? key : $"{path}.{key}";

    private void ReportUnknown()
    {
        foreach (var entry in map)
        {
            if (_asked.Contains(entry.Key)) continue;
            var place = path.Length == 0 ? "a profile" : $"'{path}'";
            findings.Add(entry.KeyPosition, $"There is no key {UserWords.Quote(entry.Key)} in {place}.", Spelling.Mend(entry.Key, _asked, "The keys there are"));
        }
    }
}
