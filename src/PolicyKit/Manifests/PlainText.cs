using System.Buffers;

namespace PolicyKit.Manifests;

/// <summary>Says whether a text can stand in YAML without quotes, as a value or as a key, and is then read as that text by everybody.</summary>
/// <remarks>
/// INVARIANT (one reading): what passes is text to YAML 1.1, to YAML 1.2, and to what kubectl reads with. In doubt the answer is no: a
/// pair of quotes costs nothing. So a text passes only when it starts with an ASCII letter or a slash, or with a digit and holds a
/// slash, as networks do: no number, date or base-sixty form of any YAML has one.
/// </remarks>
internal static class PlainText
{
    /// <summary>Printable ASCII but what needs a look at its neighbours: colon and number sign, and behind a blank the signs of alias and anchor, which some reader takes for one in the midst of a key.</summary>
    private static readonly SearchValues<char> Harmless =
        SearchValues.Create(Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code).Where(c => c is not (':' or '#' or '*' or '&')).ToArray());

    public static bool IsSafe(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[^1] is ' ' or ':') return false;
        if (char.IsAsciiDigit(text[0]) ? !text.Contains('/') : !char.IsAsciiLetter(text[0]) && text[0] != '/') return false;
        if (IsWordOfYaml(text)) return false;

        var from = text.IndexOfAnyExcept(Harmless);
        if (from < 0) return true;
        for (var i = from; i < text.Length; i++)
        {
            if (text[i] == ':' ? text[i + 1] == ' ' : text[i] == '#' ? text[i - 1] == ' ' : text[i] is '*' or '&' ? IsLikeAnAlias(text, i) : !Harmless.Contains(text[i])) return false;
        }

        return true;
    }

    private static bool IsLikeAnAlias(ReadOnlySpan<char> text, int at) => text[at - 1] == ' ' && at + 1 < text.Length && text[at + 1] is not (' ' or '&');

    /// <summary>By length, because short keys are what a manifest is full of.</summary>
    private static bool IsWordOfYaml(ReadOnlySpan<char> text) => text.Length switch
    {
        1 => text[0] is 'y' or 'Y' or 'n' or 'N',
        2 => IsWord(text, "no") || IsWord(text, "on"),
        3 => IsWord(text, "yes") || IsWord(text, "off"),
        4 => IsWord(text, "true") || IsWord(text, "null"),
        5 => IsWord(text, "false"),
        _ => false,
    };

    private static bool IsWord(ReadOnlySpan<char> text, string word) => (text[0] | ' ') == word[0] && text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
