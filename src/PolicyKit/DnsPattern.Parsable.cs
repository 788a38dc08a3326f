using System.Diagnostics.CodeAnalysis;

namespace PolicyKit;

/// <content>What generic code asks for, in the way of the base class library.</content>
public sealed partial class DnsPattern : IParsable<DnsPattern>
{
    // Explicit: with a public overload that takes a provider, every caller of the ones above would meet CA1305.
    static DnsPattern IParsable<DnsPattern>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<DnsPattern>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [NotNullWhen(true)] out DnsPattern? result) =>
        TryParse(s, out result);
}
