using System.Net;
using System.Net.Sockets;

namespace PolicyKit.Verification.Sets;

/// <summary>One IP address of either family, as a number; the default value is 0.0.0.0.</summary>
/// <remarks>An IPv4-mapped IPv6 address is the IPv4 address it maps: that is how every engine's kernel sees it.</remarks>
public readonly record struct IpAddress : IComparable<IpAddress>
{
    private const int MappedPrefixBits = 96;

    private IpAddress(IpFamily family, UInt128 value)
    {
        Family = family;
        Value = value;
    }

    /// <summary>The family.</summary>
    public IpFamily Family { get; }

    /// <summary>The address as a number; below 2^32 for IPv4.</summary>
    public UInt128 Value { get; }

    /// <summary>How many bits an address of a family has.</summary>
    /// <param name="family">The family.</param>
    /// <returns>32 or 128.</returns>
    public static int BitsOf(IpFamily family) => family == IpFamily.V4 ? 32 : 128;

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
        value <= MaxOf(family) ? new(family, value) : throw new ArgumentOutOfRangeException(nameof(value), value, "The number is larger than the highest address of the family.");

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
    public static bool TryParse(string? text, out IpAddress address) => TryParse(text, leadingZeros: false, out address);

    /// <summary>Reads an address; with <paramref name="leadingZeros"/> also <c>010.0.0.1</c>, which the API server has always read as decimal.</summary>
    internal static bool TryParse(string? text, bool leadingZeros, out IpAddress address)
    {
        address = default;
        if (string.IsNullOrEmpty(text)) return false;
        if (!text.Contains(':', StringComparison.Ordinal)) return TryParseV4(text, leadingZeros, out address);
        if (text.AsSpan().IndexOfAnyExcept("0123456789abcdefABCDEF:.") >= 0) return false;

        // A dotted tail ("::ffff:10.0.0.1") is IPv4 spelling, which the runtime's parser reads more loosely than we do.
        if (text.Contains('.', StringComparison.Ordinal) && !TryParseV4(text[(text.LastIndexOf(':') + 1)..], leadingZeros: false, out _)) return false;
        if (!IPAddress.TryParse(text, out var parsed) || parsed.AddressFamily != AddressFamily.InterNetworkV6) return false;
        Span<byte> bytes = stackalloc byte[16];
        if (!parsed.TryWriteBytes(bytes, out _)) return false;
        var value = System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes);
        address = IsMapped(value) ? new(IpFamily.V4, (uint)value) : new(IpFamily.V6, value);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(IpAddress other) => Family != other.Family ? Family.CompareTo(other.Family) : Value.CompareTo(other.Value);

    /// <summary>The address in its usual spelling.</summary>
    /// <returns>For example <c>10.0.0.1</c> or <c>fd00::1</c>.</returns>
    public override string ToString()
    {
        if (Family == IpFamily.V4)
        {
            var v = (uint)Value;
            return FormattableString.Invariant($"{v >> 24}.{(v >> 16) & 255}.{(v >> 8) & 255}.{v & 255}");
        }

        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes, Value);
        return new IPAddress(bytes).ToString();
    }

    private static bool IsMapped(UInt128 value) => value >> (128 - MappedPrefixBits) == 0xFFFF;

    private static bool TryParseV4(string text, bool leadingZeros, out IpAddress address)
    {
        address = default;
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

        address = new(IpFamily.V4, value);
        return true;
    }
}
