// Linked into the analyzers: this file must also compile for netstandard2.0.
namespace PolicyKit;

/// <summary>A family of network addresses.</summary>
public enum IpFamily
{
    /// <summary>IPv4: addresses of 32 bits.</summary>
    V4,

    /// <summary>IPv6: addresses of 128 bits.</summary>
    V6,
}
