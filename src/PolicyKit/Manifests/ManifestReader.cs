namespace PolicyKit.Manifests;

/// <summary>Input: YAML or JSON that people wrote. Output: manifests with positions, and findings. Promise: nothing is guessed, nothing dropped in silence.</summary>
/// <remarks>
/// Strict: what two readers of YAML read differently is refused with the mend, and so is what has no place in a manifest (tags, merge
/// keys, keys that are not text). Anchors and aliases are resolved within limits; a node that came in by an alias keeps the position of
/// its anchor. No input makes the reader throw, hang, or use more memory than the limits allow.
/// </remarks>
public static class ManifestReader
{
    /// <summary>Reads a text with any number of manifests.</summary>
    /// <param name="text">YAML with any number of documents, or JSON.</param>
    /// <param name="file">The name of the file it came from, for messages.</param>
    /// <param name="limits">How much to take; the default limits when null.</param>
    /// <returns>The manifests of the flawless documents, and what is wrong with the others.</returns>
    public static ManifestReadResult Read(string text, string? file = null, ReaderLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ReadAll(reading => SourceText.OfText(text, reading), file, limits);
    }

    /// <summary>Reads a stream of UTF-8 with any number of manifests.</summary>
    /// <param name="stream">The stream; it is read to its end unless it is too long, and not closed.</param>
    /// <param name="file">The name of the file it came from, for messages.</param>
    /// <param name="limits">How much to take; the default limits when null.</param>
    /// <returns>The manifests of the flawless documents, and what is wrong with the others.</returns>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static ManifestReadResult Read(Stream stream, string? file = null, ReaderLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return ReadAll(reading => SourceText.OfStream(stream, reading), file, limits);
    }

    /// <summary>Reads a file with any number of manifests.</summary>
    /// <param name="path">The path of the file; it is also its name in messages.</param>
    /// <param name="limits">How much to take; the default limits when null.</param>
    /// <returns>The manifests of the flawless documents, and what is wrong with the others, or with the file.</returns>
    public static ManifestReadResult ReadFile(string path, ReaderLimits? limits = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return ReadAll(reading => SourceText.OfFile(path, reading), path, limits);
    }

    /// <summary>Reads a text with one document of any form, for example a list of rules or the facts of a cluster.</summary>
    /// <param name="text">YAML or JSON.</param>
    /// <param name="file">The name of the file it came from, for messages.</param>
    /// <param name="limits">How much to take; the default limits when null.</param>
    /// <returns>The tree, or what is wrong.</returns>
    public static NodeReadResult ReadNode(string text, string? file = null, ReaderLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ReadNode(reading => SourceText.OfText(text, reading), file, limits);
    }

    /// <summary>Reads a file with one document of any form.</summary>
    internal static NodeReadResult ReadNodeFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return ReadNode(reading => SourceText.OfFile(path, reading), path, null);
    }

    private static NodeReadResult ReadNode(Func<Reading, string> source, string? file, ReaderLimits? limits)
    {
        var roots = new List<ManifestNode>();
        var reading = Documents.Read(source, file, limits, (root, _) => roots.Add(root));
        RequireOne("document", roots.Count, roots.LastOrDefault()?.Position ?? default, reading);
        return new(reading.FindingCount == 0 ? roots[0] : null, reading.Findings);
    }

    /// <summary>Reads the one manifest of a text that stands in C#.</summary>
    /// <exception cref="ManifestFormatException">It is not exactly one manifest.</exception>
    internal static Manifest ReadOne(string text, Origin origin)
    {
        ArgumentNullException.ThrowIfNull(text);
        var manifests = new List<Manifest>();
        var reading = ReadInto(manifests, r => SourceText.OfText(text, r), null, null);
        RequireOne("manifest", manifests.Count, manifests.LastOrDefault()?.Root.Position ?? default, reading);
        if (reading.FindingCount == 0) return manifests[0];
        throw new ManifestFormatException(reading.Findings.Select(finding => finding with { Origin = origin }).ToValueArray());
    }

    private static ManifestReadResult ReadAll(Func<Reading, string> source, string? file, ReaderLimits? limits)
    {
        var manifests = new List<Manifest>();
        var reading = ReadInto(manifests, source, file, limits);
        return new(manifests.ToValueArray(), reading.Findings);
    }

    private static Reading ReadInto(List<Manifest> manifests, Func<Reading, string> source, string? file, ReaderLimits? limits) =>
        Documents.Read(source, file, limits, (root, reading) =>
        {
            var unfolded = new List<Manifest>();
            ManifestUnfolding.Unfold(root, file, reading, unfolded);
            manifests.AddRange(unfolded);
        });

    private static void RequireOne(string what, int count, TextPosition last, Reading reading)
    {
        if (reading.FindingCount > 0 || count == 1) return;
        if (count == 0) reading.Report(default, $"There is no {what} here.", "Write one.");
        else reading.Report(last, $"There are {count} {what}s here; one is expected.", "Leave one, and write the others where they belong.");
    }
}
