using System.Text;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Connecting;

/// <summary>Which ports of TCP, UDP and SCTP something holds for.</summary>
/// <remarks>INVARIANT (canonical): ports count from 1 to 65535, and the sets are canonical, so that equal values allow the same.</remarks>
/// <param name="Tcp">The ports of TCP.</param>
/// <param name="Udp">The ports of UDP.</param>
/// <param name="Sctp">The ports of SCTP.</param>
public sealed record AllowedPorts(PortSet Tcp, PortSet Udp, PortSet Sctp)
{
    private static readonly PortSet Every = PortSet.Between(1, ushort.MaxValue);

    /// <summary>No port of any protocol.</summary>
    public static AllowedPorts None { get; } = new(PortSet.Empty, PortSet.Empty, PortSet.Empty);

    /// <summary>Every port of TCP, UDP and SCTP.</summary>
    public static AllowedPorts All { get; } = new(Every, Every, Every);

    /// <summary>Whether it is every port of every protocol.</summary>
    public bool IsAll => Equals(All);

    /// <summary>Whether it is no port at all.</summary>
    public bool IsEmpty => Tcp.IsEmpty && Udp.IsEmpty && Sctp.IsEmpty;

    /// <summary>The ports of a protocol.</summary>
    /// <param name="protocol">The protocol.</param>
    public PortSet this[Protocol protocol] => protocol switch
    {
        Protocol.Tcp => Tcp,
        Protocol.Udp => Udp,
        Protocol.Sctp => Sctp,
        _ => throw new ArgumentOutOfRangeException(nameof(protocol), protocol, "There is no such protocol."),
    };

    /// <summary>Whether a port of a protocol is among them.</summary>
    /// <param name="protocol">The protocol.</param>
    /// <param name="port">The port.</param>
    /// <returns>True if it is.</returns>
    public bool Contains(Protocol protocol, ushort port) => this[protocol].Contains(port);

    /// <summary>The ports on one line.</summary>
    /// <returns>For example <c>TCP 80,8080-8090; UDP 53</c>; <c>all</c> or <c>nothing</c>.</returns>
    public override string ToString()
    {
        if (IsAll) return "all";
        var text = new StringBuilder();
        foreach (var (name, ports) in ByProtocol()) text.Append(text.Length == 0 ? "" : "; ").Append(name).Append(' ').Append(ports);
        return text.Length == 0 ? "nothing" : text.ToString();
    }

    /// <summary>The protocols that have ports here, by name, with their ports in words such as <c>80,8080-8090</c> or <c>all</c>.</summary>
    /// <returns>A pair of texts for each protocol.</returns>
    public IEnumerable<(string Protocol, string Ports)> ByProtocol()
    {
        foreach (var protocol in Enum.GetValues<Protocol>())
        {
            var ports = this[protocol];
            if (!ports.IsEmpty) yield return (protocol.ToString().ToUpperInvariant(), string.Join(',', ports.Ranges.ToArray()));
        }
    }
}
