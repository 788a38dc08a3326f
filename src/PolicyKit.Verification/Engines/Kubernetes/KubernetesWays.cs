using PolicyKit.Verification.Compiling;
using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Engines.Selectors;

namespace PolicyKit.Verification.Engines.Kubernetes;

/// <summary>
/// How an enforcer reads the parts of a NetworkPolicy. This one follows the text of the API and asks where the text is silent; an
/// enforcer whose labels, networks or named ports differ in kind (Cilium) overrides what differs.
/// </summary>
internal class KubernetesWays(SimulatedCluster cluster)
{
    /// <summary>The pods of a namespace that a policy there selects.</summary>
    public virtual EndpointPredicate Subject(string @namespace, SelectorModel selector) =>
        new EndpointPredicate.InNamespace(@namespace) & Silences.SubjectPod & selector.On(LabelScope.Pod);

    /// <summary>What a peer of a policy in a namespace means.</summary>
    public EndpointPredicate Peer(string @namespace, KubernetesPeer peer) => peer switch
    {
        KubernetesPeer.Pods pods => Pods(@namespace, pods),
        KubernetesPeer.Network network => Network(network),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>A port of a rule that has peers, or none (<paramref name="anyPeer"/>).</summary>
    public virtual TrafficPredicate Port(KubernetesPort port, Direction direction, bool anyPeer) => port switch
    {
        { Name: { } name } => Silences.Named(cluster, port.Protocol, name, direction, anyPeer),
        { Number: { } number } => Silences.Range(port.Protocol, number, port.EndPort ?? number),
        _ => Silences.Whole(port.Protocol),
    };

    protected virtual EndpointPredicate Pods(string @namespace, KubernetesPeer.Pods peer) =>
        (peer.Namespaces is null ? new EndpointPredicate.InNamespace(@namespace) : peer.Namespaces.On(LabelScope.Namespace))
        & Silences.PeerPod
        & (peer.PodSelector ?? SelectorModel.Everything).On(LabelScope.Pod);

    protected virtual EndpointPredicate Network(KubernetesPeer.Network peer) => new EndpointPredicate.AddressIn(peer.Addresses) & Silences.Addressable;
}
