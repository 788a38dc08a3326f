using PolicyKit.Verification.Engines.Selectors;
using PolicyKit.Verification.Reading;

namespace PolicyKit.Verification.Engines.Kubernetes;

/// <summary>Reads one item of <c>ports</c>: TCP unless said, all ports unless said.</summary>
internal static class KubernetesPortReader
{
    public static KubernetesPort? Read(Fields port)
    {
        var protocol = ReadProtocol(port);
        var value = port.IntOrText("port");
        var end = port.Integer("endPort");
        port.Close();
        if (end is not null) CheckEnd(port, value, end.Value);

        switch (value)
        {
            case { Text: { } name }:
                if (!KubernetesNames.IsPortName(name)) port.Log.Reject(port.PlaceOf("port"), $"'{name}' is not a port name.", name.All(char.IsAsciiDigit) && name.Length > 0 ? $"Write the number {name} without quotes." : "A name has up to 15 lower-case letters, digits and single dashes, and at least one letter.");
                return new(protocol, null, null, name);
            case { Number: { } number }:
                if (number is >= 1 and <= ushort.MaxValue) return new(protocol, (ushort)number, end is >= 1 and <= ushort.MaxValue ? (ushort)end.Value : null, null);
                port.Log.Reject(port.PlaceOf("port"), FormattableString.Invariant($"{number} is not a port."), "A port is a number from 1 to 65535.");
                return null;
            default:
                return new(protocol, null, null, null);
        }
    }

    private static Protocol ReadProtocol(Fields port)
    {
        switch (port.Text("protocol"))
        {
            case null or "TCP": return Protocol.Tcp;
            case "UDP": return Protocol.Udp;
            case "SCTP": return Protocol.Sctp;
            case var other:
                port.Log.Reject(port.PlaceOf("protocol"), $"'{other}' is not a protocol of a NetworkPolicy.", other.ToUpperInvariant() is "TCP" or "UDP" or "SCTP" ? $"Write '{other.ToUpperInvariant()}'." : "Write TCP, UDP or SCTP.");
                return Protocol.Tcp;
        }
    }

    private static void CheckEnd(Fields port, IntOrText? start, long end)
    {
        var place = port.PlaceOf("endPort");
        if (start is null) port.Log.Reject(place, "An endPort needs a port.", "Write the first port of the range as 'port'.");
        else if (start.Text is not null) port.Log.Reject(place, "An endPort cannot follow a port name.", "Write the first port as a number.");
        else if (end is < 1 or > ushort.MaxValue) port.Log.Reject(place, FormattableString.Invariant($"{end} is not a port."), "A port is a number from 1 to 65535.");
        else if (end < start.Number) port.Log.Reject(place, FormattableString.Invariant($"The range {start}-{end} ends before it begins."), FormattableString.Invariant($"Write port {end} and endPort {start}."));
    }
}
