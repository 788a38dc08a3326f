using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Lint;

/// <summary>Which addresses belong to the public internet: all but those that are set aside for something else.</summary>
internal static class PublicAddresses
{
    private static readonly string[] Private = ["10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16"];
    private static readonly string[] Special = ["0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/4", "240.0.0.0/4"];

    /// <summary>The networks that anybody may use inside.</summary>
    public static IpSet OfNetworksInside { get; } = Together(Private) | IpSet.Parse("fc00::/7");

    private static readonly IpSet V4 = IpSet.OfFamily(IpFamily.V4) - Together(Private) - Together(Special);
    private static readonly IpSet V6 = IpSet.Parse("2000::/3") - IpSet.Parse("2001:db8::/32");

    /// <summary>Whether all of one family is in a set.</summary>
    public static bool AreAllIn(IpSet set) => (V4 - set).IsEmpty || (V6 - set).IsEmpty;

    private static IpSet Together(IEnumerable<string> networks) => networks.Aggregate(IpSet.Empty, (set, network) => set | IpSet.Parse(network));
}
