using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;

namespace PolicyKit.Verification.Sets;

/// <summary>One IP address of either family, as a number.</summary>
/// <remarks>An IPv4-mapped IPv6 address is the IPv4 address it maps: that is how every engine's kernel sees it.</remarks>
public sealed record IpAddress : IComparable<IpAddress>
{
    // Two halves, not one UInt128: whatever holds one of those cannot be compiled ahead, and almost everything here holds an address.
    private readonly ulong _high;
    private readonly ulong _low;

    private IpAddress(IpFamily family, ulong high, ulong low)
    {
        Family = family;
        _high = high;
        _low = low;
    }

    /// <summary>The family.</summary>
    public IpFamily Family { get; }

    /// <summary>The address as a number; below 2^32 for IPv4.</summary>
    public UInt128 Value => new(_high, _low);

    /// <summary>Whether no address of the family is higher.</summary>
    internal bool IsHighest => this == LastWith(0);

    /// <summary>The address behind this one, which is not the highest.</summary>
    internal IpAddress Next => new(Family, _low == ulong.MaxValue ? _high + 1 : _high, _low + 1);

    /// <summary>The address before this one, which is not the lowest.</summary>
    internal IpAddress Previous => new(Family, _low == 0 ? _high - 1 : _high, _low - 1);

    /// <summary>How many bits an address of a family has.</summary>
    /// <param name="family">The family.</param>
    /// <returns>32 or 128.</returns>
    public static int BitsOf(IpFamily family) => family == IpFamily.V4 ? 32 : 128;

    /// <summary>The lowest address of a family.</summary>
    internal static IpAddress LowestOf(IpFamily family) => new(family, 0, 0);

    /// <summary>The highest address of a family, as a number.</summary>
    /// <param name="family">The family.</param>
    /// <returns>All bits set.</returns>
    public static UInt128 MaxOf(IpFamily family) => family == IpFamily.V4 ? uint.MaxValue : UInt128.MaxValue;

    /// <summary>The address with a number.</summary>
    /// <param name="family">The family.</param>
    /// <param name="value">The number.</param>
    /// <returns>The address.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number does not fit the family.</exception>
    public static IpAddress Create(IpFamily family, UInt128 value) =>
        value <= MaxOf(family) ? new(family, (ulong)(value >> 64), (ulong)value) : throw new ArgumentOutOfRangeException(nameof(value), value, "The number is larger than the highest address of the family.");

    /// <summary>Reads an address in its usual spelling: four decimal numbers without leading zeros, or IPv6 without a zone.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The address.</returns>
    /// <exception cref="FormatException">The text is no address.</exception>
    public static IpAddress Parse(string text) =>
        TryParse(text, out var address) ? address : throw new FormatException($"'{text}' is not an IP address.");

    /// <summary>Reads an address in its usual spelling: four decimal numbers without leading zeros, or IPv6 without a zone.</summary>
    /// <param name="text">The text.</param>
    /// <param name="address">The address.</param>
    /// <returns>Whether the text is an address.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out IpAddress? address) => TryParse(text, leadingZeros: false, out address);

    /// <summary>Reads an address; with <paramref name="leadingZeros"/> also <c>010.0.0.1</c>, which the API server has always read as decimal.</summary>
    internal static bool TryParse(string? text, bool leadingZeros, [NotNullWhen(true)] out IpAddress? address)
    {
        address = null;
        if (string.IsNullOrEmpty(text)) return false;
        if (!text.Contains(':', StringComparison.Ordinal)) return TryParseV4(text, leadingZeros, out address);
        if (text.AsSpan().IndexOfAnyExcept("0123456789abcdefABCDEF:.") >= 0) return false;

        // A dotted tail ("::ffff:10.0.0.1") is IPv4 spelling, which the runtime's parser reads more loosely than we do.
        if (text.Contains('.', StringComparison.Ordinal) && !TryParseV4(text[(text.LastIndexOf(':') + 1)..], leadingZeros: false, out _)) return false;
        if (!IPAddress.TryParse(text, out var parsed) || parsed.AddressFamily != AddressFamily.InterNetworkV6) return false;
        Span<byte> bytes = stackalloc byte[16];
        if (!parsed.TryWriteBytes(bytes, out _)) return false;
        var (high, low) = (BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));
        var mapped = high == 0 && low >> 32 == 0xFFFF;
        address = mapped ? new(IpFamily.V4, 0, (uint)low) : new(IpFamily.V6, high, low);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(IpAddress? other) => other is null ? 1 : Family != other.Family ? ((int)Family).CompareTo((int)other.Family) : _high != other._high ? _high.CompareTo(other._high) : _low.CompareTo(other._low);

    /// <summary>The address in its usual spelling.</summary>
    /// <returns>For example <c>10.0.0.1</c> or <c>fd00::1</c>.</returns>
    public override string ToString()
    {
        if (Family == IpFamily.V4)
        {
            var v = (uint)_low;
            return FormattableString.Invariant($"{v >> 24}.{(v >> 16) & 255}.{(v >> 8) & 255}.{v & 255}");
        }

        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, _high);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], _low);
        return new IPAddress(bytes).ToString();
    }

    /// <summary>The lowest address with the same leading bits.</summary>
    internal IpAddress FirstWith(int leadingBits)
    {
        var (high, low) = HostBits(leadingBits);
        return new(Family, _high & ~high, _low & ~low);
    }

    /// <summary>The highest address with the same leading bits.</summary>
    internal IpAddress LastWith(int leadingBits)
    {
        var (high, low) = HostBits(leadingBits);
        return new(Family, _high | high, _low | low);
    }

    private (ulong High, ulong Low) HostBits(int leadingBits)
    {
        var count = BitsOf(Family) - leadingBits;
        return count <= 64 ? (0, Ones(count)) : (Ones(count - 64), ulong.MaxValue);
    }

    private static ulong Ones(int count) => count == 64 ? ulong.MaxValue : (1UL << count) - 1;

    private static bool TryParseV4(string text, bool leadingZeros, [NotNullWhen(true)] out IpAddress? address)
    {
        address = null;
        uint value = 0;
        var parts = text.Split('.');
        if (parts.Length != 4) return false;
        foreach (var part in parts)
        {
            if (part.Length == 0 || part.AsSpan().IndexOfAnyExceptInRange('0', '9') >= 0) return false;
            if (!leadingZeros && part.Length > 1 && part[0] == '0') return false;
            if (part.TrimStart('0').Length > 3) return false;
            var number = uint.Parse(part.TrimStart('0') is { Length: > 0 } digits ? digits : "0", System.Globalization.CultureInfo.InvariantCulture);
            if (number > 255) return false;
            value = (value << 8) | number;
        }

        address = new(IpFamily.V4, 0, value);
        return true;
    }
}
