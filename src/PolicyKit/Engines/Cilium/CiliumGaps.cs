using PolicyKit.Ir;
using PolicyKit.Manifests;

namespace PolicyKit.Engines.Cilium;

/// <summary>Where Cilium differs from what was written.</summary>
internal static class CiliumGaps
{
    /// <summary>Identities of other clusters carry the same labels; since 1.19 selectors mean the local cluster unless that is switched off.</summary>
    public static void MeshWide(PolicyEntry entry, Direction direction, RuleIr rule, PeerIr peer, LoweringContext context)
    {
        var facts = context.Facts.Cilium;
        if (!facts.ClusterMesh || !context.HearsGaps) return;
        var nodes = peer is PeerIr.Nodes;
        if (!nodes && facts.DefaultLocalCluster && facts.Version >= CiliumVersions.LocalClusterByDefault) return;
        context.Declare(new(
            Gaps.MeshWide,
            context.Engine,
            $"on {context.Engine}, {peer} {(direction is Direction.Ingress ? "that may connect to" : "that can be reached from")} '{entry.Id}' are those of every cluster of the mesh.",
            Flows(entry, direction, rule, [peer.AsWritten()], $"the {(nodes ? "node" : "pod")} is of another cluster of the mesh"),
            GapEffect.Opens));
    }

    public static void NameByAddress(PolicyEntry entry, RuleIr rule, PeerIr.HostName name, LoweringContext context)
    {
        if (!context.HearsGaps) return;
        context.Declare(new(
            Gaps.NameByAddress,
            context.Engine,
            $"on {context.Engine}, '{entry.Id}' can also reach other names on the addresses learned for {name}.",
            Flows(entry, Direction.Egress, rule, [name.AsWritten()], "the other name has an address that was learned for this one"),
            GapEffect.Opens));
    }

    /// <summary>There is no word for one address of a node, so all of them are opened.</summary>
    public static void ResolverByNode(PolicyEntry entry, RuleIr rule, bool every, LoweringContext context)
    {
        if (!context.HearsGaps) return;
        context.Declare(new(
            Gaps.ResolverByNode,
            context.Engine,
            $"on {context.Engine}, '{entry.Id}' can also reach {rule.Traffic} at every other address of {(every ? "every node" : "its own node")}, where the resolver's further addresses may be.",
            Flows(entry, Direction.Egress, rule, [NodesPeer.Instance], every ? null : "the node is the pod's own"),
            GapEffect.Opens));
    }

    public static void DryRunAllows(PolicyEntry entry, Direction direction, RuleIr rule, LoweringContext context)
    {
        // A pod's own node reaches it, whatever denies the rest.
        var peers = rule.Peers.Where(peer => peer is not PeerIr.Kubelet).ToList();
        if (!context.HearsGaps || peers.Count == 0) return;
        context.Declare(new(
            Gaps.DryRunAllows,
            context.Engine,
            $"on {context.Engine}, the dry run of '{entry.Id}' allows {rule.Traffic} {(direction is Direction.Ingress ? "from" : "to")} {Words.List([.. peers.Select(peer => peer.ToString())])}, also where something else denies it.",
            Flows(entry, direction, rule, peers.Select(peer => peer.AsWritten()).Distinct().ToValueArray(), "something else denies the flow"),
            GapEffect.Opens));
    }

    /// <summary>What a raw manifest allows is not looked into: the gap covers both directions.</summary>
    public static void RawDryRunAllows(Manifest raw, LoweringContext context)
    {
        if (!context.HearsGaps) return;
        foreach (var direction in (ReadOnlySpan<Direction>)[Direction.Ingress, Direction.Egress])
        {
            context.Declare(new(
                Gaps.DryRunAllows,
                context.Engine,
                $"on {context.Engine}, the dry run of {raw} allows the {(direction is Direction.Ingress ? "ingress" : "egress")} that it names, also where something else denies it.",
                new(direction, raw.Namespace, LabelSelector.Everything, [AnywherePeer.Instance], [Port.Any], "the manifest allows the flow, and something else denies it"),
                GapEffect.Opens));
        }
    }

    private static FlowSet Flows(PolicyEntry entry, Direction direction, RuleIr rule, ValueArray<RulePeer> peers, string? condition) =>
        new(direction, entry.Subject.Namespace, entry.Subject.Pods, peers, rule.Traffic.AsWritten(), condition);
}
