using System.Globalization;
using PolicyKit.Verification.Engines.Selectors;
using PolicyKit.Verification.Reading;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Engines.Cilium;

/// <summary>Reads the entries of <c>toPorts</c>: ports, and whether a proxy looks into the requests.</summary>
internal sealed class CiliumPortReader(CiliumFacts facts)
{
    private const int MostPorts = 40;

    private readonly CiliumLayer7Reader _layer7 = new(facts);

    public CiliumPortEntry Read(Fields entry, CiliumSide side)
    {
        var written = entry.Maps("ports") ?? [];
        if (written.Count > MostPorts) entry.Log.Ignore(entry.PlaceOf("ports"), FormattableString.Invariant($"There are {written.Count} ports in one entry, and {MostPorts} are allowed."), "Split the entry.");
        var ports = written.Select(Port).OfType<CiliumPort>().ToValueArray();

        // Denies have no layer 7: the CRD drops it there, and an agent never sees it.
        var restricts = side is CiliumSide.Ingress or CiliumSide.Egress && _layer7.Restricts(entry, ports, side);
        return new(ports, restricts);
    }

    private static CiliumPort? Port(Fields port)
    {
        var protocols = Protocols(port);
        var end = port.Integer("endPort") ?? 0;
        var text = port.IntOrText("port")?.ToString() ?? "";
        if (text.Length == 0)
        {
            port.Log.Ignore(port.Place, "The agent needs a port.", "Write 'port: \"0\"' to mean every port of the protocol.");
            return null;
        }

        var isName = KubernetesNames.IsPortName(text.ToLowerInvariant());
        if (isName || Number(text) is not null)
        {
            return new(protocols, isName ? null : Number(text), isName ? text.ToLowerInvariant() : null, (ushort)Math.Clamp(end, 0, ushort.MaxValue));
        }

        port.Log.Ignore(port.PlaceOf("port"), $"'{text}' is neither a port nor a port name.", "Write a number from 0 to 65535 in quotes, or a name of up to 15 letters, digits and single dashes.");
        return null;
    }

    /// <summary>A number as Go reads one in an unknown base: a leading zero makes it octal. What has a letter in it is a name before it is a number.</summary>
    private static ushort? Number(string text)
    {
        if (text.Length > 7 || !text.All(char.IsAsciiDigit)) return null;
        if (text.Length == 1 || text[0] != '0') return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= ushort.MaxValue ? (ushort)number : null;
        var value = 0;
        foreach (var digit in text)
        {
            if (digit > '7') return null;
            value = (value * 8) + (digit - '0');
        }

        return value <= ushort.MaxValue ? (ushort)value : null;
    }

    private static ProtocolSet Protocols(Fields port)
    {
        switch (port.Text("protocol")?.ToUpperInvariant())
        {
            case null or "" or "ANY": return ProtocolSet.All;
            case "TCP": return ProtocolSet.Of(Protocol.Tcp);
            case "UDP": return ProtocolSet.Of(Protocol.Udp);
            case "SCTP": return ProtocolSet.Of(Protocol.Sctp);
            case "VRRP" or "IGMP" or "GRE" or "IPIP" or "IPV6" or "ESP" or "AH":
                port.Log.NotModelled(port.PlaceOf("protocol"), "Protocols without ports need an agent that runs with 'enable-extended-ip-protocols'.");
                return ProtocolSet.All;
            case var other:
                port.Log.Ignore(port.PlaceOf("protocol"), $"'{other}' is not a protocol.", "Write TCP, UDP, SCTP or ANY.");
                return ProtocolSet.All;
        }
    }
}
