using PolicyKit.Verification.Reading;

namespace PolicyKit.Verification.Engines.Calico;

/// <summary>Reads protocols and ICMP types, and holds them to the ports and families beside them.</summary>
internal static class CalicoProtocolReader
{
    private static readonly string Known = $"Write {string.Join(", ", CalicoProtocols.Names.Select(known => known.Name))}, or a number from 1 to 255.";

    public static byte? Protocol(Fields rule, string key, CalicoGate gate)
    {
        switch (rule.IntOrText(key))
        {
            case null: return null;
            case { Number: >= 1 and <= byte.MaxValue and var number }: return (byte)number;
            case { Text: { } name } when Array.Find(CalicoProtocols.Names, known => known.Name == name) is { Name: not null } found: return found.Number;
            case var other:
                var near = Array.Find(CalicoProtocols.Names, known => string.Equals(known.Name, other.ToString(), StringComparison.OrdinalIgnoreCase)).Name;
                gate.RefuseOrIgnore(rule.PlaceOf(key), $"'{Shown.Of(other.ToString()!)}' is not a protocol.", near is null ? Known : $"Write '{near}'.");
                return null;
        }
    }

    public static CalicoIcmp? Icmp(Fields rule, string key, CalicoGate gate)
    {
        if (rule.Map(key) is not { } icmp) return null;
        var type = Number(icmp, "type", 254, gate);
        var code = Number(icmp, "code", byte.MaxValue, gate);
        icmp.Close();
        if (code is not null && type is null) gate.Refuse(icmp.PlaceOf("code"), "A code of ICMP stands without a type.", "Write 'type' too.");
        return new(type, code);
    }

    public static void Check(Fields rule, CalicoRule read, CalicoGate gate)
    {
        if (HasPorts(read) && CalicoProtocols.WithPorts(read.Protocol) is null)
        {
            if (read.Protocol is not null) gate.RefuseOrIgnore(rule.PlaceOf("protocol"), "Ports stand beside a protocol that has none in Calico.", "Write TCP, UDP or SCTP, or leave the ports out.");
            else if (HasNumbers(read)) gate.RefuseOrIgnore(rule.Place, "Port numbers stand without a protocol.", "Write 'protocol: TCP', UDP or SCTP; for several, write a rule for each.");
        }

        if (read.Icmp is not null && !IsIcmp(read.Protocol)) gate.Refuse(rule.PlaceOf("icmp"), "A type of ICMP stands without the protocol.", "Write 'protocol: ICMP' or 'protocol: ICMPv6'.");
        if (read.NotIcmp is not null && !IsIcmp(read.Protocol)) gate.Log.NotModelled(rule.PlaceOf("notICMP"), "What data planes make of an excluded type of ICMP without the protocol differs.", "Write 'protocol: ICMP' or 'protocol: ICMPv6'.");
        CheckFamily(rule, "protocol", read.Protocol, read.Family, gate);
        CheckFamily(rule, "notProtocol", read.NotProtocol, read.Family, gate);
    }

    private static void CheckFamily(Fields rule, string key, byte? protocol, IpFamily? family, CalicoGate gate)
    {
        if (protocol == CalicoProtocols.Icmp && family == IpFamily.V6) gate.Refuse(rule.PlaceOf(key), "ICMP is a protocol of IPv4, and ipVersion is 6.", "Write 'ICMPv6'.");
        if (protocol == CalicoProtocols.IcmpV6 && family == IpFamily.V4) gate.Refuse(rule.PlaceOf(key), "ICMPv6 is a protocol of IPv6, and ipVersion is 4.", "Write 'ICMP'.");
    }

    private static byte? Number(Fields icmp, string key, int most, CalicoGate gate)
    {
        if (icmp.Integer(key) is not { } number) return null;
        if (number >= 0 && number <= most) return (byte)number;
        gate.Refuse(icmp.PlaceOf(key), FormattableString.Invariant($"{number} is not between 0 and {most}."));
        return null;
    }

    private static bool IsIcmp(byte? protocol) => protocol is CalicoProtocols.Icmp or CalicoProtocols.IcmpV6;

    private static bool HasPorts(CalicoRule rule) => rule.From.Ports.AreWritten || rule.From.NotPorts.AreWritten || rule.To.Ports.AreWritten || rule.To.NotPorts.AreWritten;

    private static bool HasNumbers(CalicoRule rule) =>
        !rule.From.Ports.Numbers.IsEmpty || !rule.From.NotPorts.Numbers.IsEmpty || !rule.To.Ports.Numbers.IsEmpty || !rule.To.NotPorts.Numbers.IsEmpty;
}
