namespace PolicyKit.Verification.Engines.Calico;

/// <summary>Protocols by their names in Calico and their numbers in the IP header.</summary>
internal static class CalicoProtocols
{
    public const byte Icmp = 1;
    public const byte Tcp = 6;
    public const byte Udp = 17;
    public const byte IcmpV6 = 58;
    public const byte Sctp = 132;
    private const byte UdpLite = 136;

    public static readonly (string Name, byte Number)[] Names = [("TCP", Tcp), ("UDP", Udp), ("ICMP", Icmp), ("ICMPv6", IcmpV6), ("SCTP", Sctp), ("UDPLite", UdpLite)];

    /// <summary>The transport of a number, if it has ports that rules can name.</summary>
    public static Protocol? WithPorts(byte? number) => number switch
    {
        Tcp => Protocol.Tcp,
        Udp => Protocol.Udp,
        Sctp => Protocol.Sctp,
        _ => null,
    };

    public static byte NumberOf(Protocol protocol) => protocol switch
    {
        Protocol.Tcp => Tcp,
        Protocol.Udp => Udp,
        Protocol.Sctp => Sctp,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
