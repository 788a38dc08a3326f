// Linked into the analyzers: this file must also compile for netstandard2.0.
using System.Globalization;
using System.Text;

namespace PolicyKit;

/// <summary>Puts what a user wrote into a message: in quotes, on one line, and no longer than a line bears.</summary>
internal static class UserWords
{
    private const int Longest = 80;

    /// <summary>The text in quotes, single ones unless others are asked for; control and format characters are spelled out, and the end of a long text is left out.</summary>
    internal static string Quote(string text, char mark = '\'')
    {
        var written = new StringBuilder(Math.Min(text.Length, Longest) + 2).Append(mark);
        for (var at = 0; at < text.Length; at++)
        {
            if (at >= Longest) return written.Append('…').Append(mark).ToString();
            at += Append(written, text, at) - 1;
        }

        return written.Append(mark).ToString();
    }

    /// <summary>The character at a place, in single quotes; both halves where it takes two.</summary>
    internal static string QuoteCharacter(string text, int at)
    {
        var written = new StringBuilder("'");
        Append(written, text, at);
        return written.Append('\'').ToString();
    }

    private static int Append(StringBuilder written, string text, int at)
    {
        if (char.IsSurrogatePair(text, at))
        {
            written.Append(text, at, 2);
            return 2;
        }

        // A lone surrogate, a line break or a bidirectional override would tear or disguise the message.
        var tears = char.IsControl(text[at]) || CharUnicodeInfo.GetUnicodeCategory(text[at]) is UnicodeCategory.Format
            or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
        if (tears) written.Append("\\u").Append(((int)text[at]).ToString("X4", CultureInfo.InvariantCulture));
        else written.Append(text[at]);
        return 1;
    }
}
