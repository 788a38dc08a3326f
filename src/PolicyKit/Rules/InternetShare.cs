namespace PolicyKit.Rules;

/// <summary>How much of the public internet the networks of a rule hold together. Private and other special-purpose networks do not count.</summary>
/// <param name="AllV4">Whether every public IPv4 address is in them.</param>
/// <param name="AllV6">Whether every public IPv6 address is in them.</param>
internal readonly record struct InternetShare(bool AllV4, bool AllV6)
{
    // Narrower networks would have to be hundreds to make up the internet; nobody writes that in one rule, and finding out costs time.
    private const int NarrowestWorthAsking = 8;

    /// <summary>Whether all of a family is in them.</summary>
    public bool IsWhole => AllV4 || AllV6;

    /// <summary>Whether a network is so wide that it can be a part of the internet worth naming.</summary>
    public static bool IsWide(NetworkPeer network) => network.Block.PrefixLength <= NarrowestWorthAsking;

    public static InternetShare Of(ValueArray<RulePeer> peers)
    {
        List<NetworkPeer>? wide = null;
        foreach (var peer in peers)
        {
            if (peer is NetworkPeer network && IsWide(network)) (wide ??= []).Add(network);
        }

        if (wide is null) return default;
        CidrBlock[] held = [.. wide.SelectMany(network => network.Block.Subtract(network.Exceptions))];
        return new(
            SpecialPurposeNetworks.AllV4.Subtract([.. SpecialPurposeNetworks.V4, .. held]).Count == 0,
            SpecialPurposeNetworks.PublicV6.Subtract([.. SpecialPurposeNetworks.V6, .. held]).Count == 0);
    }
}
