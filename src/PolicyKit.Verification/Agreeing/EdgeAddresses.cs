using PolicyKit.Verification.Sets;
using PolicyKit.Verification.Written;

namespace PolicyKit.Verification.Agreeing;

/// <summary>Input: the atoms of a set. Output: the first and last address of every network they and the profile name, and their neighbours.</summary>
internal static class EdgeAddresses
{
    private static readonly string[] Anyhow = ["8.8.8.8", "10.200.0.5", "2606:4700::1111", "fd99::1"];

    public static IEnumerable<IpAddress> Of(Atoms atoms) =>
        Blocks(atoms).Distinct().SelectMany(Edges).Concat(Anyhow.Select(IpAddress.Parse)).Concat(Holes(atoms).Distinct().SelectMany(Beside)).Distinct();

    private static IEnumerable<IpRange> Blocks(Atoms atoms)
    {
        var written = atoms.Peers.OfType<NetworkPeer>().SelectMany(network => network.Exceptions.Append(network.Block));
        var sources = atoms.Profile.ApiServer.Sources is ApiServerSources.FromNetworks from ? from.Cidrs : [];
        var addresses = atoms.Profile.Dns.Addresses.Concat(atoms.Peers.OfType<ApiServerAtPeer>().SelectMany(at => at.Addresses));
        foreach (var block in written.Concat(Own(atoms.Profile.Networks)).Concat(sources).Concat(addresses)) yield return IpSet.Parse(block.ToString()).Ranges[0];
        if (!atoms.Peers.Contains(Dsl.Internet)) yield break;
        foreach (var range in Meanings.PublicAddresses.Ranges.ToArray()) yield return range;
    }

    private static IEnumerable<CidrBlock> Own(NetworkFacts networks) =>
        (networks.Pods ?? []).Concat(networks.Nodes ?? []).Concat(networks.Tunnels ?? []).Concat(networks.Services ?? []);

    /// <summary>What is left out of what: engines without exceptions write the blocks around them one by one.</summary>
    private static IEnumerable<(CidrBlock Whole, CidrBlock Hole)> Holes(Atoms atoms)
    {
        foreach (var network in atoms.Peers.OfType<NetworkPeer>())
        {
            foreach (var hole in network.Exceptions) yield return (network.Block, hole);
        }

        if (atoms.Peers.Contains(Dsl.OutsideCluster))
        {
            foreach (var own in Own(atoms.Profile.Networks)) yield return (Everything(own), own);
        }

        if (!atoms.Peers.Contains(Dsl.Internet)) yield break;
        foreach (var hole in Meanings.NotPublic.Select(CidrBlock.Parse)) yield return (Everything(hole), hole);
    }

    private static CidrBlock Everything(CidrBlock block) => CidrBlock.Parse(block.Family == IpFamily.V4 ? "0.0.0.0/0" : "::/0");

    /// <summary>An address in each of the blocks that halving leaves over on the way from the whole down to the hole.</summary>
    private static IEnumerable<IpAddress> Beside((CidrBlock Whole, CidrBlock Hole) pair)
    {
        var inside = IpSet.Parse(pair.Hole.ToString()).Ranges[0].First;
        for (var length = pair.Whole.PrefixLength + 1; length <= pair.Hole.PrefixLength; length++)
        {
            yield return IpAddress.Create(inside.Family, inside.Value ^ (UInt128.One << (IpAddress.BitsOf(inside.Family) - length)));
        }
    }

    private static IEnumerable<IpAddress> Edges(IpRange range)
    {
        yield return range.First;
        yield return range.Last;
        if (range.First.Value > 0) yield return IpAddress.Create(range.First.Family, range.First.Value - 1);
        if (range.Last.Value < IpAddress.MaxOf(range.Last.Family)) yield return IpAddress.Create(range.Last.Family, range.Last.Value + 1);
    }
}
