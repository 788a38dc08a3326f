using System.Diagnostics;

namespace PolicyKit;

/// <summary>The names of protocols as Kubernetes writes them.</summary>
internal static class ProtocolText
{
    /// <summary><c>TCP</c>, <c>UDP</c> or <c>SCTP</c>.</summary>
    internal static string Text(this Protocol protocol) => protocol switch
    {
        Protocol.Tcp => "TCP",
        Protocol.Udp => "UDP",
        Protocol.Sctp => "SCTP",
        _ => throw new UnreachableException(),
    };

    /// <summary>The protocol that a text names; null when it names none, as in lower case.</summary>
    internal static Protocol? Read(ReadOnlySpan<char> text) => text switch
    {
        "TCP" => Protocol.Tcp,
        "UDP" => Protocol.Udp,
        "SCTP" => Protocol.Sctp,
        _ => null,
    };
}
