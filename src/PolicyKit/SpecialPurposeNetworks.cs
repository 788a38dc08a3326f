namespace PolicyKit;

/// <summary>The one table of addresses that are not public: what the word <c>Internet</c> leaves out.</summary>
/// <remarks>Source: the IANA special-purpose address registries (RFC 6890 and its successors), reduced to the blocks that a cluster can meet.</remarks>
public static class SpecialPurposeNetworks
{
    /// <summary>All IPv4 addresses.</summary>
    public static CidrBlock AllV4 { get; } = CidrBlock.Parse("0.0.0.0/0");

    /// <summary>All IPv6 addresses.</summary>
    public static CidrBlock AllV6 { get; } = CidrBlock.Parse("::/0");

    /// <summary>The IPv6 addresses that are handed out for public use.</summary>
    public static CidrBlock PublicV6 { get; } = CidrBlock.Parse("2000::/3");

    /// <summary>The IPv4 blocks that are not public, sorted.</summary>
    public static ValueArray<CidrBlock> V4 { get; } =
    [
        CidrBlock.Parse("0.0.0.0/8"),       // "this" network
        CidrBlock.Parse("10.0.0.0/8"),      // private
        CidrBlock.Parse("100.64.0.0/10"),   // shared by carriers
        CidrBlock.Parse("127.0.0.0/8"),     // loopback
        CidrBlock.Parse("169.254.0.0/16"),  // link-local; cloud metadata
        CidrBlock.Parse("172.16.0.0/12"),   // private
        CidrBlock.Parse("192.168.0.0/16"),  // private
        CidrBlock.Parse("224.0.0.0/4"),     // multicast
        CidrBlock.Parse("240.0.0.0/4"),     // reserved
    ];

    /// <summary>The blocks inside <see cref="PublicV6"/> that are not public, sorted.</summary>
    public static ValueArray<CidrBlock> V6 { get; } = [CidrBlock.Parse("2001:db8::/32")]; // documentation

    /// <summary>The public addresses as networks with holes: one for each family.</summary>
    public static ValueArray<NetworkPeer> Internet { get; } = [new(AllV4, V4), new(PublicV6, V6)];
}
