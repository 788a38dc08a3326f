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

    /// <summary>The blanks and tabs from the start of a line to a place in it; nothing when something else stands between.</summary>
    public ReadOnlySpan<char> BlanksBefore(int index)
    {
        var start = index;
        while (start > 0 && Text[start - 1] is (' ' or '\t')) start--;
        return start == 0 || Text[start - 1] is '\n' or '\r' ? Text.AsSpan(start, index - start) : default;
    }

    /// <summary>A place, or the end of the document when the place is behind it.</summary>
    public TextPosition Clamp(TextPosition position)
    {
        var lastLine = FirstLine + CountLines(Text);
        return position.Line <= lastLine ? position : new(lastLine, Text.Length - Text.AsSpan().LastIndexOfAny('\r', '\n'));
    }

    /// <summary>The first tab in an indentation, from a given line on; not known when there is none.</summary>
    public TextPosition FindTab(int fromLine)
    {
        var number = FirstLine;
        foreach (var line in Text.AsSpan().EnumerateLines())
        {
            var tab = line[..^line.TrimStart(" \t").Length].IndexOf('\t');
            if (number >= fromLine && tab >= 0) return new(number, tab + 1);
            number++;
        }

        return default;
    }

    /// <summary>The directive that the document starts with; not known when there is none.</summary>
    public TextPosition FindDirective()
    {
        var number = FirstLine;
        foreach (var line in Text.AsSpan().EnumerateLines())
        {
            if (line.TrimStart(" \t") is [not '#', ..]) return line[0] == '%' ? new(number, 1) : default;
            number++;
        }

        return default;
    }

    /// <summary>The character at a place, or NUL when the document has none there.</summary>
    public char At(TextPosition position)
    {
        var number = FirstLine;
        foreach (var line in Text.AsSpan().EnumerateLines())
        {
            if (number++ == position.Line) return position.Column <= line.Length ? line[position.Column - 1] : '\0';
        }

        return '\0';
    }

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
