using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using PolicyKit.Manifests;

namespace PolicyKit.Engines;

/// <summary>A network as the API server reads it, which is more lenient than <see cref="CidrBlock"/>: leading zeros, host bits and IPv4-mapped IPv6 pass.</summary>
/// <remarks>What only the lenient reading accepts is accepted with a warning by the API server, and refused by us.</remarks>
internal sealed record LegacyCidr(string Text, bool IsV4, UInt128 Address, int PrefixLength)
{
    /// <summary>Whether it is spelled as we spell it.</summary>
    public bool IsCanonical { get; private init; }

    public bool StrictlyContains(LegacyCidr inner) => inner.PrefixLength > PrefixLength && Contains(inner);

    public bool Contains(LegacyCidr inner) => IsV4 == inner.IsV4 && inner.PrefixLength >= PrefixLength && Network(Address) == Network(inner.Address);

    /// <summary>Reads a text without reporting anything; null when the API server refuses it.</summary>
    public static LegacyCidr? Of(string text) => CidrBlock.TryParse(text, out var block, out _)
        ? Of(text, block!)
        : Lenient(text);

    /// <summary>Reads the node and reports what is wrong with it; null when the API server refuses it.</summary>
    public static LegacyCidr? Read(TreeCheck check, ManifestNode node)
    {
        if (check.Text(node) is not { } text) return null;
        if (CidrBlock.TryParse(text, out var block, out var problem))
        {
            var network = Of(text, block!);
            if (!network.IsCanonical) check.WeRefuse(node, $"'{text}' is not the canonical spelling of '{block}'");
            return network;
        }

        if (Lenient(text) is not { } lenient)
        {
            check.Refuses(node, $"'{text}' is not a network");
            return null;
        }

        check.WeRefuse(node, $"only a lenient reader takes this for a network: {problem!.TrimEnd('.', '?')}");
        return lenient;
    }

    // The strict reader takes IPv6 in upper case too.
    private static LegacyCidr Of(string text, CidrBlock block) => new(text, block.Family is IpFamily.V4, Bits(block), block.PrefixLength)
    {
        IsCanonical = block.Family is IpFamily.V4 || string.Equals(block.ToString(), text, StringComparison.Ordinal),
    };

    private UInt128 Network(UInt128 address)
    {
        var hostBits = (IsV4 ? 32 : 128) - PrefixLength;
        return hostBits == 128 ? 0 : address >> hostBits;
    }

    // A CidrBlock keeps its bits at the left: IPv4 is in the highest 32.
    private static UInt128 Bits(CidrBlock block) => block.Family is IpFamily.V4 ? block.High >> 32 : new UInt128(block.High, block.Low);

    private static LegacyCidr? Lenient(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || text.Length > 64) return null;
        var length = text.AsSpan(slash + 1);
        if (length.IsEmpty || length.Length > 3 || length.ContainsAnyExceptInRange('0', '9')) return null;
        var prefix = int.Parse(length, NumberStyles.None, CultureInfo.InvariantCulture);
        var address = text[..slash];
        if (address.Contains(':', StringComparison.Ordinal)) return prefix <= 128 && V6(address) is { } v6 ? new(text, false, v6, prefix) : null;
        return prefix <= 32 && V4(address) is { } v4 ? new(text, true, v4, prefix) : null;
    }

    private static uint? V4(string address)
    {
        var parts = address.Split('.');
        if (parts.Length != 4) return null;
        var bits = 0u;
        foreach (var part in parts)
        {
            if (part.Length is 0 or > 9 || part.AsSpan().ContainsAnyExceptInRange('0', '9')) return null;
            var octet = uint.Parse(part, NumberStyles.None, CultureInfo.InvariantCulture);
            if (octet > 255) return null;
            bits = (bits << 8) | octet;
        }

        return bits;
    }

    private static UInt128? V6(string address)
    {
        if (address.AsSpan().ContainsAny('[', ']', '%')) return null;
        return IPAddress.TryParse(address, out var parsed) && parsed.AddressFamily is AddressFamily.InterNetworkV6
            ? BinaryPrimitives.ReadUInt128BigEndian(parsed.GetAddressBytes())
            : null;
    }
}
