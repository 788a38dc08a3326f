// Linked into the analyzers: this file must also compile for netstandard2.0.
namespace PolicyKit.Rules;

/// <summary>What is known of a policy's egress; every verb only adds to it.</summary>
[Flags]
internal enum EgressFacts
{
    None = 0,

    /// <summary>It governs egress with at least one rule. A default deny alone was said aloud and cuts nobody off unknowingly.</summary>
    Restricts = 1,

    /// <summary>A path to the API server is open, or it was said that none is needed.</summary>
    ApiServerSettled = 2,

    /// <summary>A rule opens addresses that may be the API server's.</summary>
    ApiServerPossible = 4,

    /// <summary>A path to DNS is open, or it was said that none is needed.</summary>
    DnsSettled = 8,

    /// <summary>A rule opens addresses or pods that may be a resolver's.</summary>
    DnsPossible = 16,
}
