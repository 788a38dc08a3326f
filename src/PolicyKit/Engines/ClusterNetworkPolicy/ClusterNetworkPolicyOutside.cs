using PolicyKit.Ir;
using PolicyKit.Rules;

namespace PolicyKit.Engines.ClusterNetworkPolicy;

/// <summary>Sources that are not pods: nothing is written for them, because ingress rules see pods only.</summary>
/// <remarks>
/// The deny layer cannot name them either, so they still reach the pods: a gap. It becomes a cut, and is refused, where a network holds pods:
/// those the deny layer does see.
/// </remarks>
internal sealed class ClusterNetworkPolicyOutside(PolicyEntry entry, RuleIr rule, LoweringContext context)
{
    public void Lower(List<PeerIr> peers)
    {
        if (!context.IsHeard) return;
        foreach (var peer in peers)
        {
            if (peer is PeerIr.Network network) Report(network);
            else if (peer is PeerIr.Nodes) Warn(peer);
        }

        if (context.HearsGaps) Declare(peers);
    }

    private void Declare(List<PeerIr> peers)
    {
        var unnamed = new List<RulePeer>(peers.Count);
        foreach (var peer in peers)
        {
            if (peer is PeerIr.Anywhere) unnamed.AddRange([OutsideClusterPeer.Instance, NodesPeer.Instance]);
            else if (peer is not PeerIr.Kubelet) unnamed.Add(peer.AsWritten());
        }

        if (unnamed.Count > 0) new ClusterNetworkPolicyGaps(entry, context).CannotAllowOutside(rule, unnamed.ToValueArray());
    }

    private void Report(PeerIr.Network network)
    {
        var pods = context.Facts.Networks.Pods;
        var blocks = network.Block.Subtract(network.Except);
        if (!(pods is null ? blocks.Any(WellKnown.MayHoldPods) : pods.Any(held => blocks.Any(held.Overlaps))))
        {
            Warn(network);
            return;
        }

        context.Refuse("PK3005", rule.Origin,
            $"Policy '{entry.Id}' allows ingress from {network}, and {context.Engine} sees no sources but pods: pods that {(pods is null ? "may have" : "have")} addresses there would be cut.",
            pods is null
                ? "Say 'networks.pods' in the profile, or name the pods with Namespace(…) or Pods(…)."
                : "Take the pod networks out with Except(…), and name the pods with Namespace(…) or Pods(…).");
    }

    private void Warn(PeerIr peer)
    {
        if (!context.HearsFindings) return;
        context.Report(new(
            "PK3005", Severity.Warning,
            $"Policy '{entry.Id}' allows ingress from {peer}, which has no effect on {context.Engine}: it sees no sources but pods, and all others reach the pods anyway.",
            "Accept the gap 'outside-sources', or emit for an engine that sees addresses.")
        { Origin = rule.Origin });
    }
}
