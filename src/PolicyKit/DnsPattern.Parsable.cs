using System.Diagnostics.CodeAnalysis;
using PolicyKit.Rules;

namespace PolicyKit;

/// <content>Reading in the way of the base class library.</content>
public sealed partial class DnsPattern : IParsable<DnsPattern>
{
    /// <summary>Reads a pattern strictly.</summary>
    /// <param name="s">The text, for example <c>*.example.com</c>.</param>
    /// <returns>The pattern.</returns>
    /// <exception cref="FormatException">The text is no pattern that engines take; the message says why, and the mend.</exception>
    public static DnsPattern Parse([Literal(LiteralKind.HostPattern)] string s)
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

    // Explicit: with a public overload that takes a provider, every caller of the ones above would meet CA1305.
    static DnsPattern IParsable<DnsPattern>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<DnsPattern>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [NotNullWhen(true)] out DnsPattern? result) =>
        TryParse(s, out result);
}
