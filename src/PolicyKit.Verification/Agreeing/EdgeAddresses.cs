using PolicyKit.Verification.Sets;
using PolicyKit.Verification.Written;

namespace PolicyKit.Verification.Agreeing;

/// <summary>Input: the atoms of a set. Output: the first and last address of every network they and the profile name, and their neighbours.</summary>
internal static class EdgeAddresses
{
    private static readonly string[] Anyhow = ["8.8.8.8", "10.200.0.5", "2606:4700::1111", "fd99::1"];

    public static IEnumerable<IpAddress> Of(Atoms atoms) =>
        Blocks(atoms).Distinct().SelectMany(Edges).Concat(Anyhow.Select(IpAddress.Parse)).Distinct();

    private static IEnumerable<IpRange> Blocks(Atoms atoms)
    {
        var networks = atoms.Profile.Networks;
        var written = atoms.Peers.OfType<NetworkPeer>().SelectMany(network => network.Exceptions.Append(network.Block));
        var facts = (networks.Pods ?? []).Concat(networks.Nodes ?? []).Concat(networks.Tunnels ?? []).Concat(networks.Services ?? [])
            .Concat(atoms.Profile.Dns.Addresses).Concat(atoms.Peers.OfType<ApiServerAtPeer>().SelectMany(at => at.Addresses));
        var sources = atoms.Profile.ApiServer.Sources is ApiServerSources.FromNetworks from ? from.Cidrs : [];
        foreach (var block in written.Concat(facts).Concat(sources)) yield return IpSet.Parse(block.ToString()).Ranges[0];
        if (!atoms.Peers.Contains(Dsl.Internet)) yield break;
        foreach (var range in Meanings.PublicAddresses.Ranges.ToArray()) yield return range;
    }

    private static IEnumerable<IpAddress> Edges(IpRange range)
    {
        yield return range.First;
        yield return range.Last;
        if (range.First.Value > 0) yield return IpAddress.Create(range.First.Family, range.First.Value - 1);
        if (range.Last.Value < IpAddress.MaxOf(range.Last.Family)) yield return IpAddress.Create(range.Last.Family, range.Last.Value + 1);
    }
}
