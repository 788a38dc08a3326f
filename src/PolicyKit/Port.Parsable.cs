using System.Diagnostics.CodeAnalysis;

namespace PolicyKit;

/// <content>Reading in the way of the base class library.</content>
public abstract partial record Port : IParsable<Port>
{
    /// <summary>Reads a port strictly. A number that was written with a name (<c>Port.Metrics.At(8083)</c>) comes back without it.</summary>
    /// <param name="s">The text, for example <c>8080/TCP</c>.</param>
    /// <returns>The port.</returns>
    /// <exception cref="FormatException">The text is no port; the message says why, and the mend.</exception>
    public static Port Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return PortReader.Read(s, out var port) is { } refusal ? throw new FormatException(refusal.ToString()) : port!;
    }

    /// <summary>Reads a port strictly, without throwing.</summary>
    /// <param name="s">The text.</param>
    /// <param name="result">The port, or null.</param>
    /// <returns>Whether the text is a port.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, [NotNullWhen(true)] out Port? result) =>
        PortReader.Read(s, out result) is null && s is not null && result is not null;

    // Explicit: with a public overload that takes a provider, every caller of the ones above would meet CA1305.
    static Port IParsable<Port>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Port>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [NotNullWhen(true)] out Port? result) =>
        TryParse(s, out result);
}
