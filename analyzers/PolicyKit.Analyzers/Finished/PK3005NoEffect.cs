using PolicyKit.Analyzers.Reading;
using PolicyKit.Rules;

namespace PolicyKit.Analyzers.Finished;

/// <summary>PK3005: ingress from a network or a node on ClusterNetworkPolicy, which sees no sources but pods.</summary>
internal sealed class PK3005NoEffect() : EngineRule(RuleCatalogue.PK3005)
{
    protected override EngineLimit? Find(string engine, bool hasNoProfile, Direction direction, KnownRule rule, RulePeer peer)
    {
        if (engine != "ClusterNetworkPolicy" || direction is Direction.Egress) return null;
        return peer switch
        {
            NetworkPeer network when !MayHoldPods(network) => NoEffect(network),
            // With a profile it depends on the pod networks that it names.
            NetworkPeer network when hasNoProfile => new(
                $"allows ingress from {network}, and clusterNetworkPolicy sees no sources but pods: pods that may have addresses there would be cut.",
                "Give Emit a profile with 'networks.pods', or name the pods with Namespace(…) or Pods(…).",
                Severity.Error),
            NodesPeer => NoEffect(peer),
            _ => null,
        };
    }

    private static bool MayHoldPods(NetworkPeer network) => network.Block.Subtract(network.Exceptions).Any(WellKnown.MayHoldPods);

    private static EngineLimit NoEffect(RulePeer peer) => new(
        $"allows ingress from {peer}, which has no effect on clusterNetworkPolicy: it sees no sources but pods, and all others reach the pods anyway.",
        "Accept the gap 'outside-sources', or emit for an engine that sees addresses.");
}
