// Linked into the analyzers: this file must also compile for netstandard2.0.
using System.Diagnostics.CodeAnalysis;

namespace PolicyKit;

/// <content>Reading with a reason: what every engine that knows host names takes, and nothing else.</content>
public sealed partial class DnsPattern
{
    private const string ExampleMend = "Write a pattern like 'api.example.com', '*.example.com' or '**.example.com'.";

    /// <summary>Reads a pattern strictly, and says what is wrong with it otherwise.</summary>
    /// <param name="text">The text, for example <c>*.example.com</c>.</param>
    /// <param name="pattern">The pattern, or null.</param>
    /// <param name="problem">Two sentences for the user, what is wrong and the mend; null when the text is legal.</param>
    /// <returns>Whether the text is a pattern.</returns>
    public static bool TryParse(string? text, out DnsPattern? pattern, out string? problem)
    {
        problem = Read(text, out pattern)?.ToString();
        return problem is null;
    }

    /// <summary>Reads a pattern strictly.</summary>
    /// <param name="s">The text, for example <c>*.example.com</c>.</param>
    /// <returns>The pattern.</returns>
    /// <exception cref="FormatException">The text is no pattern that engines take; the message says why, and the mend.</exception>
    public static DnsPattern Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, out DnsPattern? pattern, out string? problem) ? pattern! : throw new FormatException(problem);
    }

    /// <summary>Reads a pattern strictly, without throwing.</summary>
    /// <param name="s">The text.</param>
    /// <param name="result">The pattern, or null.</param>
    /// <returns>Whether the text is a pattern.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, [NotNullWhen(true)] out DnsPattern? result) =>
        Read(s, out result) is null && s is not null && result is not null;

    private static Refusal? Read(string? text, out DnsPattern? pattern)
    {
        pattern = null;
        if (text is null || text.Length == 0) return new("An empty text is not a host name.", ExampleMend);
        if (text.Length > 253)
            return new(FormattableString.Invariant($"{UserWords.Quote(text)} has {text.Length} characters, and a host name has at most 253."), "Write a shorter one.");

        var wildcard = WildcardOf(text);
        var start = wildcard switch { DnsWildcard.OneLabel => 2, DnsWildcard.AnyDepth => 3, _ => 0 };
        if ((NotAName(text) ?? BadLetter(text, start) ?? BadLabel(text, start)) is { } refusal) return refusal;

        pattern = new(text.Substring(start).ToLowerInvariant(), wildcard);
        return null;
    }

    private static DnsWildcard WildcardOf(string text) =>
        text.StartsWith("*.", StringComparison.Ordinal) ? DnsWildcard.OneLabel
        : text.StartsWith("**.", StringComparison.Ordinal) ? DnsWildcard.AnyDepth
        : DnsWildcard.None;

    private static Refusal? NotAName(string text)
    {
        if (text is "*" or "**") return new($"{UserWords.Quote(text)} stands for every name, which restricts nothing.", "Write ToAnywhere() when that is meant, or a pattern like '*.example.com'.");
        if (CidrReader.Address(text) is { } address) return new($"{UserWords.Quote(text)} is an address, not a host name.", $"Did you mean Cidr(\"{address}\")?");
        if (CidrReader.Read(text, out var network) is null) return new($"{UserWords.Quote(text)} is a network, not a host name.", $"Did you mean Cidr(\"{network}\")?");
        if (text.Length > 1 && text[text.Length - 1] == '.') return new($"{UserWords.Quote(text)} ends in a dot.", MendWith(text.Substring(0, text.Length - 1)));

        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        return scheme < 0 ? null : new($"{UserWords.Quote(text)} is a URL, not a host name.", MendWith(text.Substring(scheme + 3).Split('/')[0]));
    }

    private static Refusal? BadLetter(string text, int start)
    {
        for (var at = start; at < text.Length; at++)
        {
            if (Letters.IsAlphanumeric(text[at]) || text[at] is '-' or '_' or '.') continue;
            return text[at] switch
            {
                '*' => new($"{UserWords.Quote(text)} has a '*' that is no label of its own at the front.", "Write '*.' for one label or '**.' for one or more, once, before the name."),
                ':' => new($"{UserWords.Quote(text)} has a ':', and a port is no part of a host name.", MendWith(text.Substring(0, at))),
                > '\u007f' => new($"{UserWords.Quote(text)} has the letter {UserWords.QuoteCharacter(text, at)}.", "Write the ASCII form of the name, in which such labels begin with 'xn--'."),
                _ => new($"{UserWords.Quote(text)} is not a host name: {UserWords.QuoteCharacter(text, at)} is none of letters, digits, '-', '_' and '.'.", ExampleMend),
            };
        }

        return null;
    }

    private static Refusal? BadLabel(string text, int start)
    {
        var labels = 0;
        for (var end = start; start <= text.Length; start = end + 1, labels++)
        {
            end = Letters.Find(text, '.', start);
            if (end < 0) end = text.Length;
            if (end == start) return new($"{UserWords.Quote(text)} has an empty label before, between or behind its dots.", ExampleMend);
            if (end - start > 63)
                return new(FormattableString.Invariant($"{UserWords.Quote(text)} has a label of {end - start} characters, and a label has at most 63."), "Write a shorter one.");
            if (!Letters.IsAlphanumeric(text[start]) || !Letters.IsAlphanumeric(text[end - 1]))
                return new($"{UserWords.Quote(text)} has the label {UserWords.Quote(text.Substring(start, end - start))}, and a label begins and ends with a letter or a digit.", ExampleMend);
            if (end == text.Length && Letters.Find(text.Substring(start), letter => !Letters.IsDigit(letter)) < 0)
                return new($"{UserWords.Quote(text)} ends in a number, as only addresses do.", ExampleMend);
        }

        return labels >= 2 ? null : new($"{UserWords.Quote(text)} has one label, and engines take host names of two or more.", "Write the full name, such as 'api.example.com'.");
    }

    private static string MendWith(string corrected) => Read(corrected, out var pattern) is { } refusal ? refusal.Mend : $"Did you mean '{pattern}'?";
}
