using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Connecting;

/// <summary>
/// Input: a cluster, and the conditions on ends that its policies have. Output: the ends of the list of connections, sorted by name: every
/// pod, every node that the cluster names, the blocks of addresses outside that some condition tells apart, the host names that
/// conditions mention. Promise: whatever lies in one block is decided alike.
/// </summary>
internal static class Ends
{
    public static IEnumerable<End> Of(SimulatedCluster cluster, IReadOnlyCollection<EndpointPredicate> leaves) =>
        cluster.Pods.Concat(cluster.Nodes).Where(end => end.Addresses.Count > 0).Select(end => new End(end.Name, end))
            .Concat(Outside(cluster, leaves))
            .Concat(Names(cluster, leaves));

    private static IEnumerable<End> Outside(SimulatedCluster cluster, IReadOnlyCollection<EndpointPredicate> leaves)
    {
        var services = leaves.OfType<EndpointPredicate.BackendOf>().SelectMany(service => service.Backends).Select(backend => backend.Address).Where(address => cluster.EndpointAt(address) is null);
        var apiServer = leaves.OfType<EndpointPredicate.Is>().Any(kinds => (kinds.Kinds & Kinds.ApiServer) != 0) ? cluster.ApiServerAddresses : IpSet.Empty;
        var mentioned = leaves.OfType<EndpointPredicate.AddressIn>().Select(network => network.Set).Append(IpSet.Of(services)).Append(apiServer);
        return AddressBlocks.Between(mentioned, [.. cluster.Pods.SelectMany(pod => pod.Addresses).Select(address => address.Family).Distinct()])
            .Select(block => new End($"cidr:{block}", cluster.Endpoint($"ip:{block.First}")));
    }

    /// <summary>A pattern stands in the list under its own text, and one name that it matches is asked about.</summary>
    private static IEnumerable<End> Names(SimulatedCluster cluster, IReadOnlyCollection<EndpointPredicate> leaves) =>
        leaves.OfType<EndpointPredicate.LearnedFor>().Select(learned => learned.Pattern.Text)
            .Distinct(StringComparer.Ordinal)
            .Select(text => new End($"dns:{text}", cluster.Endpoint($"dns:{text.Replace("**", "any", StringComparison.Ordinal).Replace('*', 'x')}")));
}
