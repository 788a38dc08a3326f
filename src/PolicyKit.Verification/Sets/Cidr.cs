using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PolicyKit.Verification.Sets;

/// <summary>A network as it is written: an address, and how many of its leading bits are fixed.</summary>
/// <param name="Address">The address as written, host bits included.</param>
/// <param name="PrefixLength">How many leading bits are fixed.</param>
internal sealed record Cidr(IpAddress Address, int PrefixLength)
{
    /// <summary>The family.</summary>
    public IpFamily Family => Address.Family;

    /// <summary>The lowest address of the network.</summary>
    public IpAddress First => Address.FirstWith(PrefixLength);

    /// <summary>The highest address of the network.</summary>
    public IpAddress Last => Address.LastWith(PrefixLength);

    /// <summary>Whether the address has bits behind the prefix, which every reader masks away.</summary>
    public bool HasHostBits => Address != First;

    /// <summary>Whether the network is its whole family.</summary>
    public bool IsEverything => PrefixLength == 0;

    /// <summary>The addresses of the network.</summary>
    public IpSet Set => IpSet.Between(First, Last);

    /// <summary>Reads a network.</summary>
    /// <param name="text">The text.</param>
    /// <param name="reading">How strictly.</param>
    /// <param name="cidr">The network.</param>
    /// <returns>Whether the text is a network.</returns>
    public static bool TryParse(string? text, CidrReading reading, [NotNullWhen(true)] out Cidr? cidr)
    {
        cidr = null;
        if (text is null) return false;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var bare = slash < 0;
        if (bare && !reading.HasFlag(CidrReading.BareAddress)) return false;
        var addressText = bare ? text : text[..slash];
        if (!IpAddress.TryParse(addressText, reading.HasFlag(CidrReading.LeadingZeros), out var address)) return false;
        var mapped = address.Family == IpFamily.V4 && addressText.Contains(':', StringComparison.Ordinal);
        if (mapped && reading.HasFlag(CidrReading.NoMapped)) return false;

        var length = mapped ? 128 : IpAddress.BitsOf(address.Family);
        if (!bare && !TryParseLength(text.AsSpan(slash + 1), length, reading, out length)) return false;
        if (mapped)
        {
            // A prefix shorter than the mapping covers more than IPv4; no engine gives that a meaning.
            if (length < 96) return false;
            length -= 96;
        }

        cidr = new(address, length);
        return true;
    }

    /// <summary>Whether another network lies in this one and is smaller.</summary>
    /// <param name="other">The other network.</param>
    /// <returns>True if it does.</returns>
    public bool StrictlyContains(Cidr other) =>
        other.Family == Family && other.PrefixLength > PrefixLength && other.Address.FirstWith(PrefixLength) == First;

    /// <summary>The network as it should be written.</summary>
    /// <returns>For example <c>10.0.0.0/8</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{First}/{PrefixLength}");

    private static bool TryParseLength(ReadOnlySpan<char> text, int most, CidrReading reading, out int length)
    {
        length = 0;
        if (text.IsEmpty || text.Length > 3 || text.IndexOfAnyExceptInRange('0', '9') >= 0) return false;
        if (text.Length > 1 && text[0] == '0' && !reading.HasFlag(CidrReading.LeadingZeros)) return false;
        length = int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
        return length <= most;
    }
}
