// Linked into the analyzers: this file must also compile for netstandard2.0.
namespace PolicyKit;

/// <summary>How much of a host name a pattern leaves open.</summary>
public enum DnsWildcard
{
    /// <summary>Nothing: the pattern is one host name.</summary>
    None,

    /// <summary>Exactly one label before the name, written <c>*.</c>.</summary>
    OneLabel,

    /// <summary>One or more labels before the name, written <c>**.</c>.</summary>
    AnyDepth,
}
