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
    /// <summary>Printable ASCII but the colon and the number sign, which need a look at their neighbours.</summary>
    private static readonly SearchValues<char> Harmless =
        SearchValues.Create(Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code).Where(c => c is not (':' or '#')).ToArray());

    public static bool IsSafe(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[^1] is ' ' or ':') return false;
        if (char.IsAsciiDigit(text[0]) ? !text.Contains('/') : !char.IsAsciiLetter(text[0]) && text[0] != '/') return false;
        if (text.Length <= 5 && IsWordOfYaml(text)) return false;

        var from = text.IndexOfAnyExcept(Harmless);
        if (from < 0) return true;
        for (var i = from; i < text.Length; i++)
        {
            if (text[i] == ':' ? text[i + 1] == ' ' : text[i] == '#' ? text[i - 1] == ' ' : !Harmless.Contains(text[i])) return false;
        }

        return true;
    }

    private static bool IsWordOfYaml(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<string> words = ["y", "n", "no", "on", "yes", "off", "true", "null", "false"];
        foreach (var word in words)
        {
            if (text.Equals(word, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
