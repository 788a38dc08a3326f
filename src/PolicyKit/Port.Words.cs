using PolicyKit.Rules;

namespace PolicyKit;

/// <content>The words for ports.</content>
public abstract partial record Port
{
    /// <summary>Every port of every protocol, and ICMP.</summary>
    [Word(PortTraits.HoldApiServer | PortTraits.HoldDns)]
    public static Every Any { get; } = new();

    /// <summary>Every TCP port.</summary>
    [Word(PortTraits.HoldApiServer | PortTraits.HoldDns)]
    public static EveryOf AnyTcp { get; } = new(Protocol.Tcp);

    /// <summary>Every UDP port.</summary>
    [Word(PortTraits.HoldDns)]
    public static EveryOf AnyUdp { get; } = new(Protocol.Udp);

    /// <summary>Every SCTP port.</summary>
    [Word(PortTraits.None)]
    public static EveryOf AnySctp { get; } = new(Protocol.Sctp);

    /// <summary>DNS over UDP and TCP: the resolver's port toward the cluster's DNS, 53 toward any other peer.</summary>
    [Word(PortTraits.HoldDns | PortTraits.AskForDns)]
    public static DnsService Dns { get; } = new();

    /// <summary>The port on which the API server's endpoints listen, from the facts of the cluster.</summary>
    [Word(PortTraits.HoldApiServer)]
    public static ApiServerEndpoint ApiServer { get; } = new();

    /// <summary>The number 443 over TCP.</summary>
    [Word(PortTraits.HoldApiServer)]
    public static Numbered Https { get; } = Tcp(443);

    /// <summary>OpenTelemetry over gRPC: the number 4317 over TCP.</summary>
    [Word(PortTraits.None)]
    public static Numbered OtlpGrpc { get; } = Tcp(4317);

    /// <summary>OpenTelemetry over HTTP: the number 4318 over TCP.</summary>
    [Word(PortTraits.None)]
    public static Numbered OtlpHttp { get; } = Tcp(4318);

    /// <summary>The port named <c>metrics</c>; the number differs from pod to pod.</summary>
    [Word(PortTraits.None)]
    public static ByName Metrics { get; } = Named("metrics");

    /// <summary>The port named <c>webhook</c>.</summary>
    [Word(PortTraits.None)]
    public static ByName Webhook { get; } = Named("webhook");

    /// <summary>The port named <c>probe</c>.</summary>
    [Word(PortTraits.None)]
    public static ByName Probe { get; } = Named("probe");

    /// <summary>A TCP port.</summary>
    /// <param name="number">The number, 1 to 65535.</param>
    /// <returns>The port.</returns>
    /// <exception cref="FormatException">The number is no port; the message says the mend.</exception>
    [Verb(Verb.TcpPorts)]
    public static Numbered Tcp([Literal(LiteralKind.PortNumber)] int number) => new(Protocol.Tcp, number);

    /// <summary>A UDP port.</summary>
    /// <param name="number">The number, 1 to 65535.</param>
    /// <returns>The port.</returns>
    /// <exception cref="FormatException">The number is no port; the message says the mend.</exception>
    [Verb(Verb.UdpPorts)]
    public static Numbered Udp([Literal(LiteralKind.PortNumber)] int number) => new(Protocol.Udp, number);

    /// <summary>An SCTP port.</summary>
    /// <param name="number">The number, 1 to 65535.</param>
    /// <returns>The port.</returns>
    /// <exception cref="FormatException">The number is no port; the message says the mend.</exception>
    [Word(PortTraits.None)]
    public static Numbered Sctp([Literal(LiteralKind.PortNumber)] int number) => new(Protocol.Sctp, number);

    /// <summary>The TCP ports from one number to another, both included.</summary>
    /// <param name="first">The first number.</param>
    /// <param name="last">The last number.</param>
    /// <returns>The range; one port where both ends are the same.</returns>
    /// <exception cref="FormatException">A number is no port, or the range ends before it begins; the message says the mend.</exception>
    [Verb(Verb.TcpPorts)]
    public static Port TcpRange([Literal(LiteralKind.PortNumber)] int first, [Literal(LiteralKind.PortNumber)] int last) => Range(Protocol.Tcp, first, last);

    /// <summary>The UDP ports from one number to another, both included.</summary>
    /// <param name="first">The first number.</param>
    /// <param name="last">The last number.</param>
    /// <returns>The range; one port where both ends are the same.</returns>
    /// <exception cref="FormatException">A number is no port, or the range ends before it begins; the message says the mend.</exception>
    [Verb(Verb.UdpPorts)]
    public static Port UdpRange([Literal(LiteralKind.PortNumber)] int first, [Literal(LiteralKind.PortNumber)] int last) => Range(Protocol.Udp, first, last);

    /// <summary>The SCTP ports from one number to another, both included.</summary>
    /// <param name="first">The first number.</param>
    /// <param name="last">The last number.</param>
    /// <returns>The range; one port where both ends are the same.</returns>
    /// <exception cref="FormatException">A number is no port, or the range ends before it begins; the message says the mend.</exception>
    [Word(PortTraits.None)]
    public static Port SctpRange([Literal(LiteralKind.PortNumber)] int first, [Literal(LiteralKind.PortNumber)] int last) => Range(Protocol.Sctp, first, last);

    /// <summary>The port that each selected pod declares under a name.</summary>
    /// <param name="name">The name, for example <c>http-metrics</c>.</param>
    /// <param name="protocol">The protocol; TCP unless said.</param>
    /// <returns>The port; give it a number with <see cref="ByName.At"/> where the peer is no pod.</returns>
    /// <exception cref="FormatException">Kubernetes refuses the name; the message says the mend.</exception>
    [Word(PortTraits.None)]
    public static ByName Named([Literal(LiteralKind.PortName)] string name, Protocol protocol = Protocol.Tcp) => new(protocol, name);

    private static Port Range(Protocol protocol, int first, int last) =>
        first == last ? new Numbered(protocol, first) : new Ranged(protocol, first, last);
}
