using PolicyKit.Ir;
using PolicyKit.Manifests;

namespace PolicyKit.Engines.ClusterNetworkPolicy;

/// <summary>The peers of one rule to the items of <c>from</c> or <c>to</c>.</summary>
/// <remarks>The engine has no word for the policy's own namespace, so it is always named.</remarks>
internal sealed class ClusterNetworkPolicyPeers(PolicyEntry entry, ManifestMap home, Direction direction, LoweringContext context)
{
    private static readonly ManifestNode EveryPod = Nodes.Map(("namespaces", ManifestMap.Empty));
    private static readonly ManifestNode EveryAddress = Nodes.Map(("networks", Nodes.List("0.0.0.0/0", "::/0")));
    private static readonly ManifestNode EveryNode = Nodes.Map(("nodes", ManifestMap.Empty));

    /// <summary>What the peers of a rule became. Every list may be empty: then the rule is left out.</summary>
    /// <param name="Pods">The items that are pods, and know names of ports.</param>
    /// <param name="Others">The items that are not.</param>
    /// <param name="Service">The API server's Service, which needs a rule with a port of its own.</param>
    public readonly record struct Result(List<ManifestNode> Pods, List<ManifestNode> Others, ManifestNode? Service);

    /// <summary>Everything that a direction of the channel can name: what <c>Anywhere</c> is, and what the deny layer denies.</summary>
    /// <remarks>An enforcer that matches addresses as Cilium does sees no pods through networks, so both are written.</remarks>
    public static (List<ManifestNode> Pods, List<ManifestNode> Others) Everything(Direction direction, ReleaseChannel channel) => (direction, channel) switch
    {
        (Direction.Ingress, _) => ([EveryPod], []),
        (_, ReleaseChannel.Standard) => ([EveryPod], [EveryAddress]),
        _ => ([EveryPod], [EveryAddress, EveryNode]),
    };

    public Result Lower(RuleIr rule)
    {
        // Sorted, so that anywhere is the last; nothing else in the rule adds to it.
        if (rule.Peers[^1] is PeerIr.Anywhere anywhere)
        {
            if (direction is Direction.Ingress) new ClusterNetworkPolicyOutside(entry, rule, context).Lower([anywhere]);
            else new ClusterNetworkPolicyGaps(entry, context).CannotAllowNodes(rule);
            var (everyPod, others) = Everything(direction, context.Facts.ClusterNetworkPolicy.Channel);
            return new(everyPod, others, null);
        }

        var pods = new List<ManifestNode>(rule.Peers.Count);
        var rest = default(List<PeerIr>);
        foreach (var peer in rule.Peers)
        {
            if (peer is PeerIr.Pods some) pods.Add(Pods(some.Scope, some.Selector));
            else if (peer is PeerIr.ResolverPods) pods.Add(Pods(new NamespaceScope.Named([context.Facts.Dns.Namespace]), context.Facts.Dns.PodLabels));
            else (rest ??= []).Add(peer);
        }

        if (rest is null) return new(pods, [], null);
        if (direction is Direction.Egress) return new ClusterNetworkPolicyDestinations(entry, rule, EveryNode, context).Lower(pods, rest);
        new ClusterNetworkPolicyOutside(entry, rule, context).Lower(rest);
        return new(pods, [], null);
    }

    private ManifestMap Pods(NamespaceScope scope, LabelSelector selector)
    {
        var namespaces = SelectorNodes.Namespaces(scope) ?? home;
        return selector.IsEverything
            ? Nodes.Map(("namespaces", namespaces))
            : Nodes.Map(("pods", Nodes.Map(("namespaceSelector", namespaces), ("podSelector", SelectorNodes.Of(selector)))));
    }
}
