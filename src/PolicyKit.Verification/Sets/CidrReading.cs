namespace PolicyKit.Verification.Sets;

/// <summary>How strictly a reader takes the text of a network; the API servers differ.</summary>
[Flags]
internal enum CidrReading
{
    /// <summary>An address, a slash, a prefix length without leading zeros; host bits are masked.</summary>
    Strict = 0,

    /// <summary>Leading zeros in the parts of an IPv4 address are decimal, as the NetworkPolicy API has always read them.</summary>
    LeadingZeros = 1,

    /// <summary>An address alone is the network that holds only it.</summary>
    BareAddress = 2,

    /// <summary>An IPv4-mapped IPv6 network is refused.</summary>
    NoMapped = 4,
}
