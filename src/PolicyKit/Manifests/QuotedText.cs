using System.Buffers;

namespace PolicyKit.Manifests;

/// <summary>Writes a text between double quotes so that JSON and every YAML read the same text back.</summary>
/// <remarks>
/// Letters of all scripts and emoji stay as they are. What cannot be seen, or ends a line for some readers, is escaped: controls,
/// NEL, LS, PS, byte order marks, zero-width and bidirectional marks. The ranges are fixed here, not asked of the runtime's Unicode
/// tables, which differ between runtimes.
/// </remarks>
internal static class QuotedText
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create(AllEscaped().ToArray());

    public static void Append(CharBuffer output, ReadOnlySpan<char> text)
    {
        output.Append('"');
        for (var next = text.IndexOfAny(Escaped); next >= 0; next = text.IndexOfAny(Escaped))
        {
            output.Append(text[..next]);
            AppendEscape(output, text[next]);
            text = text[(next + 1)..];
        }

        output.Append(text);
        output.Append('"');
    }

    private static void AppendEscape(CharBuffer output, char character)
    {
        output.Append('\\');
        switch (character)
        {
            case '"' or '\\': output.Append(character); break;
            case '\n': output.Append('n'); break;
            case '\r': output.Append('r'); break;
            case '\t': output.Append('t'); break;
            default:
                output.Append('u');
                for (var shift = 12; shift >= 0; shift -= 4) output.Append("0123456789abcdef"[(character >> shift) & 0xF]);
                break;
        }
    }

    private static IEnumerable<char> AllEscaped() =>
    [
        '"', '\\', '\u00AD', '\u061C', '\uFEFF',
        .. Range('\u0000', '\u001F'), .. Range('\u007F', '\u009F'), .. Range('\u200B', '\u200F'), .. Range('\u2028', '\u202E'),
        .. Range('\u2060', '\u206F'), .. Range('\uFDD0', '\uFDEF'), .. Range('\uFFF0', '\uFFFB'), .. Range('\uFFFE', '\uFFFF'),
    ];

    private static IEnumerable<char> Range(char first, char last) => Enumerable.Range(first, last - first + 1).Select(code => (char)code);
}
