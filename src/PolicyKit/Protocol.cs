// Linked into the analyzers: this file must also compile for netstandard2.0.
namespace PolicyKit;

/// <summary>A transport protocol that has ports.</summary>
public enum Protocol
{
    /// <summary>The Transmission Control Protocol.</summary>
    Tcp,

    /// <summary>The User Datagram Protocol.</summary>
    Udp,

    /// <summary>The Stream Control Transmission Protocol.</summary>
    Sctp,
}
