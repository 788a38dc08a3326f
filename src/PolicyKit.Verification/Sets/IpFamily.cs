namespace PolicyKit.Verification.Sets;

/// <summary>The family of an IP address.</summary>
public enum IpFamily
{
    /// <summary>IPv4, 32 bits.</summary>
    V4,

    /// <summary>IPv6, 128 bits.</summary>
    V6,
}
