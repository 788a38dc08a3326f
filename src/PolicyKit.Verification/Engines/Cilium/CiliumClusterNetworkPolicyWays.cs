using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Engines.ClusterNetworkPolicy;
using PolicyKit.Verification.Engines.Selectors;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Engines.Cilium;

/// <summary>How Cilium reads the peers of a ClusterNetworkPolicy: with its own labels and networks.</summary>
internal sealed class CiliumClusterNetworkPolicyWays(CiliumWays ways) : ClusterNetworkPolicyWays
{
    protected override EndpointPredicate Pods(ClusterPods selected) =>
        Pod & ways.Labels.Anywhere(new([.. CiliumSelector.OfLabels(selected.Namespaces, CiliumKey.NamespaceLabels), .. CiliumSelector.OfLabels(selected.Pods)]));

    protected override EndpointPredicate Networks(ValueArray<Cidr> cidrs) => ways.Networks.Match(cidrs, []);

    /// <summary>Labels of nodes are those of other nodes; a pod's own node is not among them.</summary>
    protected override EndpointPredicate Nodes(SelectorModel selector) => new EndpointPredicate.Is(Kinds.OtherNode) & selector.On(LabelScope.Node);
}
