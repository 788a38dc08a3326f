// Linked into the analyzers: this file must also compile for netstandard2.0.
namespace PolicyKit;

/// <summary>What Kubernetes takes as a name. In: any text. Out: null when it is legal, else what is wrong and the mend, a sentence each.</summary>
/// <remarks>A legal name is read without allocating.</remarks>
internal static partial class NameSyntax
{
    private const int LabelLength = 63;
    private const int SubdomainLength = 253;

    /// <summary>The name of a policy: a DNS label, which every engine takes.</summary>
    internal static string? PolicyName(string? text) => DnsLabel(text, "a policy name", "web");

    /// <summary>The name of a namespace.</summary>
    internal static string? Namespace(string? text) => DnsLabel(text, "a namespace", "web");

    /// <summary>A DNS subdomain (DNS-1123): labels with dots between them; <paramref name="what"/> says what it names, with its article.</summary>
    internal static string? Subdomain(string? text, string what) =>
        text is null || text.Length == 0 ? Missing(what, "example.com") : Subdomain(text, text.Length, what);

    // The text up to 'length', which is not empty.
    private static string? Subdomain(string text, int length, string what)
    {
        if (length > SubdomainLength) return TooLong(text.Substring(0, length), what, SubdomainLength);

        var bad = Letters.Find(text, IsNoSubdomainLetter);
        if (bad >= 0 && bad < length)
        {
            var lowered = Lowered(text.Substring(0, length), IsNoSubdomainLetter);
            return BadLetter(text.Substring(0, length), bad, what, "a-z, 0-9, '-' and '.'", Subdomain(lowered, what) is null ? lowered : "", "example.com");
        }

        for (int start = 0, end; start <= length; start = end + 1)
        {
            end = Letters.Find(text, '.', start);
            if (end < 0 || end > length) end = length;
            if (end == start || text[start] == '-' || text[end - 1] == '-') return BadPart(text.Substring(0, length), isEmpty: end == start, what);
        }

        return null;
    }

    private static string BadPart(string text, bool isEmpty, string what) => isEmpty
        ? $"{UserWords.Quote(text)} is not {what}: nothing stands before or behind one of its dots. Write a name such as 'example.com'."
        : $"{UserWords.Quote(text)} is not {what}: no part between its dots may begin or end with '-'. Write a name such as 'example.com'.";

    private static string? DnsLabel(string? text, string what, string example)
    {
        if (text is null || text.Length == 0) return Missing(what, example);
        if (text.Length > LabelLength) return TooLong(text, what, LabelLength);

        var bad = Letters.Find(text, IsNoLabelLetter);
        if (bad >= 0) return BadLetter(text, bad, what, "a-z, 0-9 and '-'", Lowered(text, IsNoLabelLetter).Trim('-'), example);
        return text[0] != '-' && text[text.Length - 1] != '-'
            ? null
            : $"{UserWords.Quote(text)} is not {what}: it may not begin or end with '-'. {DidYouMean(text.Trim('-'), example)}";
    }

    private static string Missing(string what, string example) => $"An empty text is not {what}. Write one such as '{example}'.";

    private static string TooLong(string text, string what, int most) =>
        FormattableString.Invariant($"{UserWords.Quote(text)} is not {what}: it has {text.Length} characters, and {most} are the most. Write a shorter one.");

    private static string BadLetter(string text, int at, string what, string legal, string corrected, string example) =>
        $"{UserWords.Quote(text)} is not {what}: {UserWords.QuoteCharacter(text, at)} is none of {legal}. {DidYouMean(corrected, example)}";

    private static string DidYouMean(string corrected, string example) =>
        corrected.Length == 0 ? $"Write one such as '{example}'." : $"Did you mean '{corrected}'?";

    private static string Lowered(string text, Func<char, bool> isIllegal) =>
        new([.. text.ToLowerInvariant().Select(letter => isIllegal(letter) ? '-' : letter)]);

    private static bool IsNoLabelLetter(char letter) => letter != '-' && !Letters.IsLower(letter) && !Letters.IsDigit(letter);

    private static bool IsNoSubdomainLetter(char letter) => letter != '.' && IsNoLabelLetter(letter);
}
