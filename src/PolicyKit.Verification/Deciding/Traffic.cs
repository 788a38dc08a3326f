namespace PolicyKit.Verification.Deciding;

/// <summary>What flows: a protocol with ports, ICMP, or another protocol.</summary>
/// <remarks>The hierarchy is closed.</remarks>
public abstract record Traffic
{
    private protected Traffic()
    {
    }

    /// <summary>A protocol with ports.</summary>
    /// <param name="Protocol">The protocol.</param>
    /// <param name="DestinationPort">The port at the destination, after Service translation.</param>
    /// <param name="SourcePort">The port at the source; null when nothing is known about it.</param>
    public sealed record Transport(Protocol Protocol, ushort DestinationPort, ushort? SourcePort = null) : Traffic
    {
        /// <summary>The traffic in a word.</summary>
        /// <returns>For example <c>TCP/80</c>.</returns>
        public override string ToString() => FormattableString.Invariant($"{Protocol.ToString().ToUpperInvariant()}/{DestinationPort}");
    }

    /// <summary>ICMP or ICMPv6.</summary>
    /// <param name="Family">ICMP for IPv4, ICMPv6 for IPv6.</param>
    /// <param name="Type">The type.</param>
    /// <param name="Code">The code.</param>
    public sealed record Icmp(IpFamily Family, byte Type, byte Code = 0) : Traffic
    {
        /// <summary>The traffic in a word.</summary>
        /// <returns>For example <c>ICMPv4/8</c>.</returns>
        public override string ToString() => FormattableString.Invariant($"ICMP{(Family == IpFamily.V4 ? "v4" : "v6")}/{Type}");
    }

    /// <summary>A protocol without ports, by its number.</summary>
    /// <param name="Number">The number in the IP header.</param>
    public sealed record OtherProtocol(byte Number) : Traffic
    {
        /// <summary>The traffic in a word.</summary>
        /// <returns>For example <c>protocol 47</c>.</returns>
        public override string ToString() => FormattableString.Invariant($"protocol {Number}");
    }

    /// <summary>TCP to a port.</summary>
    /// <param name="port">The destination port.</param>
    /// <returns>The traffic.</returns>
    public static Traffic Tcp(ushort port) => new Transport(Protocol.Tcp, port);

    /// <summary>UDP to a port.</summary>
    /// <param name="port">The destination port.</param>
    /// <returns>The traffic.</returns>
    public static Traffic Udp(ushort port) => new Transport(Protocol.Udp, port);

    /// <summary>SCTP to a port.</summary>
    /// <param name="port">The destination port.</param>
    /// <returns>The traffic.</returns>
    public static Traffic Sctp(ushort port) => new Transport(Protocol.Sctp, port);
}
