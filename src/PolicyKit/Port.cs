using System.Diagnostics.CodeAnalysis;

namespace PolicyKit;

/// <summary>What a rule opens: a port, a range, a named port, or every port, of one protocol or of all.</summary>
/// <remarks>
/// Write one with <c>Port.Tcp(8080)</c>, <c>Port.Metrics</c>, <c>Port.Any</c>. Its text is for example <c>8080/TCP</c>, <c>30000-32767/TCP</c>,
/// <c>metrics/TCP</c>, <c>any/UDP</c>, <c>any</c>, <c>dns</c> or <c>apiserver</c>; <see cref="Parse(string)"/> reads it back.
/// INVARIANT (closed ports): there are no forms but the nested ones, for <see cref="Text"/> cannot be overridden elsewhere.
/// </remarks>
public abstract partial record Port : IParsable<Port>
{
    private protected Port()
    {
    }

    private protected abstract string Text { get; }

    /// <summary>The text of the port.</summary>
    /// <returns>For example <c>8080/TCP</c>.</returns>
    public sealed override string ToString() => Text;

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
