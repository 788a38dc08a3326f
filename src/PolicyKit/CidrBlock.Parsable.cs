using System.Diagnostics.CodeAnalysis;
using PolicyKit.Rules;

namespace PolicyKit;

/// <content>Reading in the way of the base class library.</content>
public sealed partial class CidrBlock : IParsable<CidrBlock>
{
    /// <summary>Reads a network strictly: four decimal numbers or IPv6 groups, a prefix length, and nothing set behind it.</summary>
    /// <param name="s">The text, for example <c>10.0.0.0/8</c>.</param>
    /// <returns>The network.</returns>
    /// <exception cref="FormatException">The text is no network; the message says why, and the mend.</exception>
    public static CidrBlock Parse([Literal(LiteralKind.Network)] string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, out CidrBlock? block, out string? problem) ? block! : throw new FormatException(problem);
    }

    /// <summary>Reads a network strictly, without throwing.</summary>
    /// <param name="s">The text.</param>
    /// <param name="result">The network, or null.</param>
    /// <returns>Whether the text is a network.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, [NotNullWhen(true)] out CidrBlock? result) =>
        CidrReader.Read(s, out result) is null && s is not null && result is not null;

    // Explicit: with a public overload that takes a provider, every caller of the ones above would meet CA1305.
    static CidrBlock IParsable<CidrBlock>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<CidrBlock>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [NotNullWhen(true)] out CidrBlock? result) =>
        TryParse(s, out result);
}
