namespace PolicyKit.Verification.Explaining;

/// <summary>Lists as people write them.</summary>
internal static class Sentences
{
    /// <summary>The most items that are written out; a sentence with more of them is not read.</summary>
    private const int Most = 5;

    /// <summary>The items with commas, and a word before the last one.</summary>
    public static string List(IReadOnlyList<string> items, string last = "and")
    {
        if (items.Count > Most) items = [.. items.Take(Most - 1), FormattableString.Invariant($"{items.Count - Most + 1} more")];
        return items.Count < 2 ? string.Concat(items) : $"{string.Join(", ", items.Take(items.Count - 1))} {last} {items[^1]}";
    }

    /// <summary>The names in quotation marks.</summary>
    public static string Quoted(IEnumerable<string> names, string last = "and") => List([.. names.Select(name => $"'{name}'")], last);

    public static string Capital(string sentence) => sentence.Length == 0 ? sentence : char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
