namespace PolicyKit.Manifests;

/// <summary>One document of a text.</summary>
/// <param name="Text">Its lines, without the line <c>---</c>.</param>
/// <param name="FirstLine">The number of its first line in the whole text.</param>
/// <param name="Separator">What else stands on its line <c>---</c>; empty when nothing does, or only a comment.</param>
internal readonly record struct DocumentText(string Text, int FirstLine, string Separator)
{
    /// <summary>Splits a text at every line that starts with <c>---</c>.</summary>
    /// <remarks>
    /// YAML lets no such line stand inside a document, be it in quotes or in a block of text, and kubectl splits there too. So a
    /// document that cannot be read never hides the ones behind it.
    /// </remarks>
    public static IEnumerable<DocumentText> Split(string text)
    {
        var (start, line, separator) = (0, 1, "");
        while (true)
        {
            var next = FindSeparator(text, start);
            var document = text[start..(next < 0 ? text.Length : next)];
            yield return new(document, line, separator);
            if (next < 0) yield break;

            // The end of the separator line stays with the next document, as an empty line, so that the lines behind keep their numbers.
            line += CountLines(document);
            start = EndOfLine(text, next);
            separator = WithoutComment(text.AsSpan(next + 3, start - next - 3));
        }
    }

    /// <summary>Whether a line of the text starts with <c>---</c>.</summary>
    public static bool HasSeparator(string text) => FindSeparator(text, 0) >= 0;

    /// <summary>How many line ends a text holds; YAML takes a lone CR for one.</summary>
    public static int CountLines(ReadOnlySpan<char> text) => text.Count('\n') + text.Count('\r') - text.Count("\r\n");

    private static int FindSeparator(string text, int start)
    {
        for (var at = text.IndexOf("---", start, StringComparison.Ordinal); at >= 0; at = text.IndexOf("---", at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || text[at - 1] is '\n' or '\r') return at;
        }

        return -1;
    }

    private static int EndOfLine(string text, int start)
    {
        var length = text.AsSpan(start).IndexOfAny('\r', '\n');
        return length < 0 ? text.Length : start + length;
    }

    private static string WithoutComment(ReadOnlySpan<char> rest)
    {
        var trimmed = rest.TrimStart(" \t");
        return trimmed.IsEmpty || (trimmed[0] == '#' && trimmed.Length < rest.Length) ? "" : rest.Trim().ToString();
    }
}
