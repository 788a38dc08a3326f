namespace PolicyKit.Manifests;

/// <summary>Input: where a text comes from. Output: its documents, one after the other. Promise: a bad document hides no other.</summary>
internal static class Documents
{
    /// <summary>Reads a text and hands the tree of each flawless document on.</summary>
    /// <param name="source">Gives the text, or refuses it.</param>
    /// <param name="file">The file it came from, for messages.</param>
    /// <param name="limits">How much to take; the default limits when null.</param>
    /// <param name="take">Takes a tree, or refuses it.</param>
    /// <returns>What was found wrong.</returns>
    public static Reading Read(Func<Reading, string> source, string? file, ReaderLimits? limits, Action<ManifestNode, Reading> take)
    {
        var reading = new Reading(file, limits ?? ReaderLimits.Default);
        try
        {
            var text = source(reading);
            if (JsonTreeReader.MayRead(text) && ReadJson(text, new Reading(file, reading.Limits), take) is { } json) return json;
            foreach (var document in DocumentText.Split(text)) ReadOne(() => new YamlTreeReader(document, reading).Read(), reading, take);
        }
        catch (ReadingStopped)
        {
            // What is wrong was reported, and nothing can be read any more.
        }

        return reading;
    }

    /// <summary>What was found wrong, or null when the text is not JSON.</summary>
    private static Reading? ReadJson(string text, Reading reading, Action<ManifestNode, Reading> take)
    {
        try
        {
            if (!JsonTreeReader.TryRead(text, reading, out var root)) return null;
            ReadOne(() => reading.FindingCount == 0 ? root : null, reading, take);
        }
        catch (ReadingStopped)
        {
            // It is JSON, and what is wrong with it was reported.
        }

        return reading;
    }

    private static void ReadOne(Func<ManifestNode?> read, Reading reading, Action<ManifestNode, Reading> take)
    {
        var before = reading.FindingCount;
        try
        {
            if (read() is { } root && reading.FindingCount == before) take(root, reading);
        }
        catch (ReadingStopped stopped) when (!stopped.EndsText)
        {
            // The next document is read all the same.
        }
    }
}
