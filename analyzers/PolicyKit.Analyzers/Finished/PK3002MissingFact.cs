using PolicyKit.Analyzers.Reading;
using PolicyKit.Rules;

namespace PolicyKit.Analyzers.Finished;

/// <summary>PK3002: a set is emitted without a profile, and a peer needs a fact that only a profile has.</summary>
internal sealed class PK3002MissingFact() : EngineRule(RuleCatalogue.PK3002)
{
    protected override EngineLimit? Find(string engine, bool hasNoProfile, Direction direction, KnownRule rule, RulePeer peer)
    {
        if (!hasNoProfile) return null;
        var isIngress = direction is Direction.Ingress;
        return (peer, engine) switch
        {
            (ApiServerPeer, _) when isIngress => new(
                "allows ingress from the API server, and without a profile nobody knows where its calls come from.", "Give Emit a profile with 'apiServer.sources', or write FromAnywhere()."),
            (ApiServerPeer, "Kubernetes" or "ClusterNetworkPolicy") => ApiServer(engine),
            (ApiServerPeer, "Calico") when rule.Ports?.Any(port => port is not Port.ApiServerEndpoint) is true => ApiServer(engine),
            (NodesPeer, "Kubernetes" or "Calico") or (NodesPeer, "ClusterNetworkPolicy") when engine != "ClusterNetworkPolicy" || !isIngress => Networks("the nodes", engine, "'networks.nodes' and 'networks.tunnels'"),
            (OutsideClusterPeer, "Kubernetes" or "Calico") or (OutsideClusterPeer, "ClusterNetworkPolicy") when engine != "ClusterNetworkPolicy" || !isIngress =>
                Networks("everything outside the cluster", engine, "'networks.pods', 'networks.services', 'networks.nodes' and 'networks.tunnels'"),
            _ => null,
        };
    }

    private static EngineLimit ApiServer(string engine) => new(
        $"allows the API server, and {Word(engine)} can only say so by its address, which neither policy nor profile has.", "Give Emit a profile with 'apiServer.cidrs', or write ApiServerAt(…).", IsMissingAddress: true);

    private static EngineLimit Networks(string peer, string engine, string keys) => new($"allows {peer}, and {Word(engine)} can only say so by addresses, which only a profile has.", $"Give Emit a profile with {keys}.");

    private static string Word(string engine) => char.ToLowerInvariant(engine[0]) + engine.Substring(1);
}
