namespace PolicyKit.Manifests;

/// <summary>Refuses a tree that cannot be written, before the first character of it goes out.</summary>
/// <remarks>
/// INVARIANT (all or nothing): the writers check everything they were given first; so no half manifest is ever written. The nodes know
/// their depth and whether they are Unicode from when they were made; the tree is walked only to find the place for the message.
/// </remarks>
internal static class WritableTree
{
    /// <summary>What the reader takes by default, so that what is written can be read.</summary>
    public const int MaximumDepth = 100;

    /// <exception cref="ArgumentException">A text is not Unicode, or the tree is too deep; the message names the place.</exception>
    public static void Check(ManifestNode root)
    {
        if (Problem(root) is { } problem) throw new ArgumentException(problem, nameof(root));
    }

    /// <summary>Why the tree cannot be written, with the place, as sentences; null when it can.</summary>
    public static string? Problem(ManifestNode root)
    {
        if (root.IsUnicode && root.Depth <= MaximumDepth) return null;
        return Find(root, 1) is { } flaw ? $"{flaw.Sentence} It is at '{flaw.Path.TrimStart('.')}'." : null;
    }

    public static bool IsUnicode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var i = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])) return false;
            i++;
        }

        return true;
    }

    private static Flaw? Find(ManifestNode node, int depth)
    {
        if (node is ManifestText text) return IsUnicode(text.Value) ? null : new("The text holds half of a surrogate pair, which no file can carry.", "");
        if (node is not (ManifestMap or ManifestList)) return null;
        if (depth > MaximumDepth) return new($"The tree is more than {MaximumDepth} levels deep.", "");
        return node is ManifestMap map ? FindInMap(map, depth) : FindInList((ManifestList)node, depth);
    }

    private static Flaw? FindInMap(ManifestMap map, int depth)
    {
        foreach (ref readonly var entry in map.AsSpan())
        {
            if (!IsUnicode(entry.Key)) return new("A key holds half of a surrogate pair, which no file can carry.", "");
            if (Find(entry.Value, depth + 1) is { } flaw) return flaw with { Path = $".{entry.Key}{flaw.Path}" };
        }

        return null;
    }

    private static Flaw? FindInList(ManifestList list, int depth)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (Find(list[i], depth + 1) is { } flaw) return flaw with { Path = FormattableString.Invariant($"[{i}]{flaw.Path}") };
        }

        return null;
    }

    private sealed record Flaw(string Sentence, string Path);
}
