using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Engines.Kubernetes;
using PolicyKit.Verification.Engines.Selectors;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Engines.Cilium;

/// <summary>How Cilium reads the parts of a NetworkPolicy: with its own labels, networks and names of ports.</summary>
internal sealed class CiliumKubernetesWays(CiliumWays ways) : KubernetesWays(ways.Cluster)
{
    public override EndpointPredicate Subject(string @namespace, SelectorModel selector) =>
        ways.Labels.Subject(@namespace, new(CiliumSelector.OfLabels(selector).ToValueArray()));

    public override TrafficPredicate Port(KubernetesPort port, Direction direction, bool anyPeer) =>
        port.Name is null ? base.Port(port, direction, anyPeer) : ways.Ports.Match(new(ProtocolSet.Of(port.Protocol), null, port.Name, 0), direction);

    protected override EndpointPredicate Pods(string @namespace, KubernetesPeer.Pods peer)
    {
        var selector = new CiliumSelector([.. CiliumSelector.OfLabels(peer.Namespaces, CiliumKey.NamespaceLabels), .. CiliumSelector.OfLabels(peer.PodSelector)]);
        if (peer.Namespaces is null) return ways.Labels.Peer(@namespace, selector);

        // A namespace selector takes the place of the policy's namespace; two empty selectors together mean every pod.
        var anyNamespace = new CiliumRequirement(new(CiliumSource.Kubernetes, CiliumKey.NamespaceName), SelectorOperator.Exists, [], IsLabel: false);
        var everything = peer.Namespaces.IsEmpty && selector.Requirements.Count == 0;
        return ways.Labels.Anywhere(everything ? new([anyNamespace]) : selector);
    }

    protected override EndpointPredicate Network(KubernetesPeer.Network peer) => ways.Networks.Match(peer.Cidr, peer.Except);
}
