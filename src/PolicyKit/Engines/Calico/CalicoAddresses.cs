using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PolicyKit.Engines.Calico;

/// <summary>Networks and addresses as Calico's API server reads them: any spelling of IPv6, no leading zeros in IPv4.</summary>
internal static class CalicoAddresses
{
    /// <summary>Whether a rule may name it: a prefix is written, and nothing behind it is set.</summary>
    public static bool IsNetwork(string text) => text.Contains('/', StringComparison.Ordinal) && HostBits(text) == UInt128.Zero;

    /// <summary>Whether a set of networks may hold it: a single address, or bits behind the prefix, are taken too.</summary>
    public static bool IsNetworkOrAddress(string text) => HostBits(text) is not null;

    // What is set behind the prefix; null for what is no address.
    private static UInt128? HostBits(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var address = slash < 0 ? text : text[..slash];
        var isV4 = !address.Contains(':', StringComparison.Ordinal);
        var bits = isV4 ? 32 : 128;
        if ((isV4 ? V4(address) : V6(address)) is not { } value || (slash < 0 ? bits : Length(text.AsSpan(slash + 1), bits)) is not { } length) return null;
        var behind = bits - length;
        return behind == 128 ? value : value & ((UInt128.One << behind) - 1);
    }

    private static UInt128? V4(string address) => CidrBlock.TryParse($"{address}/32", out var block) ? block.High >> 32 : null;

    private static UInt128? V6(string address) =>
        !address.AsSpan().ContainsAny('[', ']', '%') && IPAddress.TryParse(address, out var parsed) && parsed.AddressFamily is AddressFamily.InterNetworkV6
            ? BinaryPrimitives.ReadUInt128BigEndian(parsed.GetAddressBytes())
            : null;

    private static int? Length(ReadOnlySpan<char> digits, int most)
    {
        if (digits.IsEmpty || digits.Length > 3 || digits.ContainsAnyExceptInRange('0', '9')) return null;
        var length = int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        return length <= most ? length : null;
    }
}
