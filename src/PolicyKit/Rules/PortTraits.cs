// Linked into the analyzers: this file must also compile for netstandard2.0.
namespace PolicyKit.Rules;

/// <summary>What PK1001 and PK1002 ask of a rule's ports.</summary>
[Flags]
internal enum PortTraits
{
    None = 0,

    /// <summary>Holds TCP 443 or 6443, or is the API server's own port.</summary>
    HoldApiServer = 1,

    /// <summary>Holds 53, or 5353 where some resolvers' pods listen, over UDP or TCP.</summary>
    HoldDns = 2,

    /// <summary>Is DNS by its word or number, and nothing wider: whoever wrote it meant a resolver.</summary>
    AskForDns = 4,
}
