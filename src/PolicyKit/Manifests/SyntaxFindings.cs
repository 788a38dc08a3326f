using YamlDotNet.Core;

namespace PolicyKit.Manifests;

/// <summary>Input: what the YAML library says of a text it cannot read. Output: the same in our words, with a mend.</summary>
internal static class SyntaxFindings
{
    /// <summary>What the library's message holds, what we say, and the mend; the first that fits is taken.</summary>
    private static readonly (string Words, string Message, string Mend)[] Known =
    [
        ("quoted scalar, found unexpected end", "The quotation mark that opens here is not closed.", "Close it."),
        ("quoted scalar, found unexpected document", "The quotation mark that opens here is not closed.", "Close it."),
        ("unknown escape", "The backslash is followed by a character that makes no escape.", "Write '\\\\' for a backslash, or use single quotes."),
        ("hexadecimal", "The escape needs more hexadecimal digits.", "Write \\x with two, \\u with four or \\U with eight of them."),
        ("Unicode", "The escape is not a Unicode character.", "Write the character itself, or its code behind \\U in eight digits."),
        ("tab", "A tab stands in the indentation.", "Indent with spaces."),
        ("expected ',' or ']'", "The list in brackets is not closed, or a comma is missing.", "Close it with ']' or separate its items with ','."),
        ("expected ',' or '}'", "The map in braces is not closed, or a comma is missing.", "Close it with '}' or separate its keys with ','."),
        ("cannot start any token", "No text without quotes can start with this character.", "Quote the text."),
        ("Mapping values are not allowed", "A ':' stands where no key can stand before it.", "Quote the text if the ':' belongs to it, or mend the indentation."),
        ("invalid mapping", "A ':' stands where no key can stand before it.", "Quote the text if the ':' belongs to it, or mend the indentation."),
        ("expected ':'", "The key has no ':' behind it.", "Write 'key: value', or mend the indentation."),
        ("did not find expected key", "The line fits neither the map above it nor a new one.", "Indent it like the keys it belongs to."),
        ("'-' indicator", "The line fits neither the list above it nor a new one.", "Indent it like the items it belongs to, with '- ' before it."),
        ("sequence entr", "A '- ' stands where no list item can stand.", "Put the list on a line of its own, and quote the text if it is not a list."),
        ("block scalar", "The block of text behind '|' or '>' is not well formed.", "Write its first line on the next line, indented by spaces."),
        ("anchor", "The anchor or alias is not well formed.", "Write '&name' or '*name', or quote the text if it is neither."),
        ("tag", "The tag is not well formed.", "Remove the tag, or quote the text if it is not a tag."),
    ];

    public static ReadingStopped Refuse(YamlException exception, TextPosition position, DocumentText document, Reading reading)
    {
        if (StartsWithDirective(document.Text)) return reading.Refuse(position, "A line that starts with '%' is a directive, which manifests do not have.", "Remove the line.");
        if (HasTabBefore(document, position)) return reading.Refuse(position, "A tab stands in the indentation.", "Indent with spaces.");
        foreach (var (words, message, mend) in Known)
        {
            if (exception.Message.Contains(words, StringComparison.OrdinalIgnoreCase)) return reading.Refuse(position, message, mend);
        }

        return reading.Refuse(position, "The YAML cannot be read on from here.", "Look at this line and the one above it.");
    }

    private static bool StartsWithDirective(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var content = line.TrimStart(" \t");
            if (!content.IsEmpty && content[0] != '#') return line[0] == '%';
        }

        return false;
    }

    private static bool HasTabBefore(DocumentText document, TextPosition position)
    {
        var number = document.FirstLine;
        foreach (var line in document.Text.AsSpan().EnumerateLines())
        {
            if (number++ == position.Line) return line[..(line.Length - line.TrimStart(" \t").Length)].Contains('\t');
        }

        return false;
    }
}
