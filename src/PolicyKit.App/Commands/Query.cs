using PolicyKit.Verification;
using PolicyKit.Verification.Deciding;

namespace PolicyKit.App.Commands;

/// <summary>A question about one connection.</summary>
/// <param name="From">Where it comes from, by name.</param>
/// <param name="To">Where it goes, by name.</param>
/// <param name="Protocol">The protocol's name.</param>
/// <param name="Port">The destination port, or the type where the protocol is ICMP.</param>
/// <param name="Direction">The only end that is asked; null asks both.</param>
/// <param name="Expect">The verdict that is expected, if one is.</param>
internal sealed record Query(string From, string To, string Protocol, int Port, Direction? Direction, string? Expect)
{
    /// <summary>The words for a verdict.</summary>
    public static readonly string[] Verdicts = ["allow", "deny", "undefined", "rejected"];

    /// <summary>The words for a protocol.</summary>
    public static readonly string[] Protocols = ["TCP", "UDP", "SCTP", "ICMPv4", "ICMPv6"];

    /// <summary>What stands before the name of a Service, which is an end to dial and no end of a flow.</summary>
    private const string ServicePrefix = "service:";

    /// <summary>A port of the range that systems give to connections they open; a policy that looks at source ports sees this one.</summary>
    private const ushort SourcePort = 40000;

    /// <summary>The end or ends that are asked.</summary>
    public string DirectionWord => Direction switch { PolicyKit.Direction.Ingress => "ingress", PolicyKit.Direction.Egress => "egress", _ => "both" };

    /// <summary>Reads the word for the end or ends that are asked; null means both.</summary>
    public static bool TryDirection(string word, out Direction? direction)
    {
        direction = word switch { "ingress" => PolicyKit.Direction.Ingress, "egress" => PolicyKit.Direction.Egress, _ => null };
        return direction is not null || word == "both";
    }

    /// <summary>The flows in a cluster that the question is about: one, or toward a Service one for each endpoint behind it.</summary>
    /// <exception cref="ArgumentException">Something in the question is not there, or is no number of its kind; the message says what.</exception>
    public ValueArray<Flow> In(SimulatedCluster cluster)
    {
        if (!IsOfService) return [Between(cluster.Endpoint(From), cluster.Endpoint(To))];
        var from = cluster.Endpoint(From);
        if (Between(from, from).Traffic is not Traffic.Transport dialled) throw new ArgumentException($"A Service has no {Protocol}. Ask for one of its ports.");
        var flows = cluster.FlowsThrough(From, To[ServicePrefix.Length..], dialled.Protocol, dialled.DestinationPort);
        return flows.Count > 0 ? flows : throw new ArgumentException($"Nothing stands behind port {Port} of '{To}': no pod has the labels that it selects, and no EndpointSlice lists another.");
    }

    /// <summary>Whether it dials a Service.</summary>
    public bool IsOfService => To.StartsWith(ServicePrefix, StringComparison.Ordinal);

    private Flow Between(Endpoint from, Endpoint to) =>
        Protocols.FirstOrDefault(known => string.Equals(known, Protocol, StringComparison.OrdinalIgnoreCase)) switch
        {
            "TCP" => new(from, to, Transport(PolicyKit.Protocol.Tcp)),
            "UDP" => new(from, to, Transport(PolicyKit.Protocol.Udp)),
            "SCTP" => new(from, to, Transport(PolicyKit.Protocol.Sctp)),
            "ICMPv4" => new(from, to, new Traffic.Icmp(IpFamily.V4, IcmpType()), IpFamily.V4),
            "ICMPv6" => new(from, to, new Traffic.Icmp(IpFamily.V6, IcmpType()), IpFamily.V6),
            _ => throw new ArgumentException($"'{Protocol}' is no protocol. Write {string.Join(", ", Protocols)}."),
        };

    private Traffic.Transport Transport(Protocol protocol) => Port is >= 1 and <= 65535
        ? new(protocol, (ushort)Port, SourcePort)
        : throw new ArgumentException(FormattableString.Invariant($"{Port} is no port. A port is a number from 1 to 65535."));

    private byte IcmpType() => Port is >= 0 and <= 255
        ? (byte)Port
        : throw new ArgumentException(FormattableString.Invariant($"{Port} is no type of ICMP. A type is a number from 0 to 255."));
}
