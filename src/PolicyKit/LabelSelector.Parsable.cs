using System.Diagnostics.CodeAnalysis;

namespace PolicyKit;

/// <content>Reading in the way of the base class library.</content>
public sealed partial record LabelSelector : IParsable<LabelSelector>
{
    /// <summary>Reads a selector strictly, in kubectl's syntax; blanks between its parts are allowed.</summary>
    /// <param name="s">The text, for example <c>app=web,tier in (api,edge),env notin (dev),x,!canary</c>.</param>
    /// <returns>The selector.</returns>
    /// <exception cref="FormatException">The text is no selector; the message says why, and the mend.</exception>
    public static LabelSelector Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return SelectorReader.Read(s, out var selector) is { } refusal ? throw new FormatException(refusal.ToString()) : selector!;
    }

    /// <summary>Reads a selector strictly, without throwing.</summary>
    /// <param name="s">The text.</param>
    /// <param name="result">The selector, or null.</param>
    /// <returns>Whether the text is a selector.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, [NotNullWhen(true)] out LabelSelector? result) =>
        SelectorReader.Read(s, out result) is null && s is not null && result is not null;

    // Explicit: with a public overload that takes a provider, every caller of the ones above would meet CA1305.
    static LabelSelector IParsable<LabelSelector>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<LabelSelector>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [NotNullWhen(true)] out LabelSelector? result) =>
        TryParse(s, out result);
}
