namespace PolicyKit.Manifests;

/// <summary>Refuses a document with a character that YAML does not allow, or that ends a line for some readers and not for others.</summary>
/// <remarks>
/// Not cosmetic: some readers take NUL for the end of the text, and YAML 1.1 begins a new line behind NEL, LS and PS, even at the end
/// of a comment; either hides or shows keys that another reader sees otherwise.
/// </remarks>
internal static class UnreadableCharacters
{
    public static void Refuse(DocumentText document, Reading reading)
    {
        var text = document.Text;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is >= ' ' and <= '~' || !IsSuspect(text[at])) continue;
            if (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1])) at++;
            else throw reading.Refuse(PositionOf(document, at), $"The character {NameOf(text[at])} may not stand in YAML.", MendOf(text[at]));
        }
    }

    private static bool IsSuspect(char character) =>
        character is (< ' ' and not ('\t' or '\n' or '\r')) or (>= '\u007F' and <= '\u009F') or (>= '\uD800' and <= '\uDFFF')
            or '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF';

    private static TextPosition PositionOf(DocumentText document, int at)
    {
        var before = document.Text.AsSpan(0, at);
        return new(document.FirstLine + DocumentText.CountLines(before), at - before.LastIndexOfAny('\r', '\n'));
    }

    private static string NameOf(char character) => FormattableString.Invariant($"U+{(int)character:X4}");

    private static string MendOf(char character) =>
        char.IsSurrogate(character) || character == '\0' ? "Save the file as UTF-8." : FormattableString.Invariant($"Remove it, or write \\u{(int)character:x4} between double quotes.");
}
