using PolicyKit.Verification.Connecting;
using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Tests.Connecting;

/// <summary>Looks one flow up in the list of connections.</summary>
internal static class Listing
{
    /// <summary>The end of the list in which an end of a flow lies.</summary>
    public static string EndOf(Reachability reachability, string end) =>
        end.StartsWith("ip:", StringComparison.Ordinal)
            ? reachability.List.Select(listed => listed.Name).Single(name => name.StartsWith("cidr:", StringComparison.Ordinal) && IpSet.Parse(name[5..]).Contains(IpAddress.Parse(end[3..])))
            : end;

    /// <summary>The verdict in a word that a pair, or its absence, stands for.</summary>
    public static string In(ReachablePair? pair, Traffic.Transport traffic)
    {
        if (pair is null) return "deny";
        if (pair.Allowed.Contains(traffic.Protocol, traffic.DestinationPort)) return "allow";
        var undefined = pair.Undefined.Where(ports => ports.Ports.Contains(traffic.Protocol, traffic.DestinationPort)).ToList();
        undefined.Count.ShouldBeLessThan(2);
        return undefined is [var one] ? $"undefined ({string.Join(", ", one.DependsOn)})" : "deny";
    }
}
