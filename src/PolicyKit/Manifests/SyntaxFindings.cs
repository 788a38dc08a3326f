using YamlDotNet.Core;

namespace PolicyKit.Manifests;

/// <summary>Input: what the YAML library says of a text it cannot read. Output: the same in our words, with a mend.</summary>
internal static class SyntaxFindings
{
    /// <summary>What the library's message holds, what we say ({0}: where the innermost bracket opens), and the mend; the first that fits is taken.</summary>
    private static readonly (string Words, string Message, string Mend)[] Known =
    [
        ("quoted scalar, found unexpected end", "The quotation mark that opens here is not closed.", "Close it."),
        ("quoted scalar, found unexpected document", "The quotation mark that opens here is not closed.", "Close it."),
        ("unknown escape", "The backslash is followed by a character that makes no escape.", "Write '\\\\' for a backslash, or use single quotes."),
        ("hexadecimal", "The escape needs more hexadecimal digits.", "Write \\x with two, \\u with four or \\U with eight of them."),
        ("Unicode", "The escape is not a Unicode character.", "Write the character itself, or its code behind \\U in eight digits."),
        ("expected ',' or ']'", "The list in brackets that opens at {0} is not closed, or a comma is missing.", "Close it with ']' or separate its items with ','."),
        ("expected ',' or '}'", "The map in braces that opens at {0} is not closed, or a comma is missing.", "Close it with '}' or separate its keys with ','."),
        ("cannot start any token", "No text without quotes can start with this character.", "Quote the text."),
        ("Mapping values are not allowed", "A ':' stands where no key can stand before it.", "Quote the text if the ':' belongs to it, or mend the indentation."),
        ("invalid mapping", "A ':' stands where no key can stand before it.", "Quote the text if the ':' belongs to it, or mend the indentation."),
        ("expected ':'", "The line is no key of the map that it stands in.", "Write 'key: value', indented like the keys it belongs to."),
        ("did not find expected key", "The line is no key of the map that it stands in.", "Write 'key: value', indented like the keys it belongs to."),
        ("'-' indicator", "The line is no item of the list that it stands in.", "Write '- item', indented like the items it belongs to."),
        ("sequence entr", "A '- ' stands where no list item can stand.", "Put the list on a line of its own, and quote the text if it is not a list."),
        ("block scalar", "The block of text behind '|' or '>' is not well formed.", "Write its first line on the next line, indented by spaces."),
        ("anchor", "The anchor or alias is not well formed.", "Write '&name' or '*name', or quote the text if it is neither."),
        ("tag", "The tag is not well formed.", "Remove the tag, or quote the text if it is not a tag."),
    ];

    public static (string Message, string Mend) Tab => ("A tab stands in the indentation.", "Indent with spaces.");

    /// <param name="exception">What the library says.</param>
    /// <param name="position">Where it says so.</param>
    /// <param name="innermost">Where the innermost map or list that is still open begins.</param>
    /// <param name="document">The text that was read.</param>
    /// <param name="reading">What to report to.</param>
    public static ReadingStopped Refuse(YamlException exception, TextPosition position, TextPosition innermost, DocumentText document, Reading reading)
    {
        position = document.Clamp(position);
        if (document.FindDirective() is { IsKnown: true } directive) return reading.Refuse(directive, "A line that starts with '%' is a directive, which manifests do not have.", "Remove the line.");
        var isTab = exception.Message.Contains(" tab ", StringComparison.Ordinal);
        if (document.FindTab(position.Line) is { IsKnown: true } tab && (isTab || tab.Line == position.Line)) return reading.Refuse(tab, Tab.Message, Tab.Mend);
        if (document.At(position) is ']' or '}' && !exception.Message.Contains("flow", StringComparison.Ordinal)) return reading.Refuse(position, "The bracket closes nothing.", "Remove it, or quote the text that it belongs to.");
        foreach (var (words, message, mend) in Known)
        {
            if (exception.Message.Contains(words, StringComparison.OrdinalIgnoreCase)) return reading.Refuse(position, message.Replace("{0}", innermost.ToString(), StringComparison.Ordinal), mend);
        }

        return reading.Refuse(position, "The YAML cannot be read on from here.", "Look at this line and the one above it.");
    }
}
