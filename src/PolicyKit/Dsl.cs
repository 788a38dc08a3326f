using PolicyKit.Rules;

namespace PolicyKit;

/// <summary>The words for peers and selectors, for <c>using static PolicyKit.Dsl;</c>.</summary>
/// <remarks>Where an imported type has the name of a word that takes no arguments, write <c>Dsl.Nodes</c>.</remarks>
public static partial class Dsl
{
    /// <summary>Every endpoint: pods, nodes, and everything outside the cluster.</summary>
    [Word(PeerTraits.Anywhere)]
    public static AnywherePeer Anywhere => AnywherePeer.Instance;

    /// <summary>Every pod of the policy's own namespace.</summary>
    [Word(PeerTraits.None)]
    public static NamespacePeer SameNamespace { get; } = new(NamespaceScope.Own.Instance);

    /// <summary>Every pod of every namespace; never nodes, never anything outside the cluster.</summary>
    [Word(PeerTraits.SystemPods)]
    public static NamespacePeer AnyNamespace { get; } = new(NamespaceScope.Every.Instance);

    /// <summary>The pods that the policy itself is for: every replica, not only this one.</summary>
    [Word(PeerTraits.None)]
    public static SelfPeer Self => SelfPeer.Instance;

    /// <summary>Public addresses, without private and other special-purpose networks.</summary>
    [Word(PeerTraits.Internet)]
    public static InternetPeer Internet => InternetPeer.Instance;

    /// <summary>Everything that is neither a pod nor a node: private networks outside the cluster included.</summary>
    [Word(PeerTraits.OutsideCluster)]
    public static OutsideClusterPeer OutsideCluster => OutsideClusterPeer.Instance;

    /// <summary>Every node, with its host-network pods and tunnel addresses.</summary>
    [Word(PeerTraits.Nodes)]
    public static NodesPeer Nodes => NodesPeer.Instance;

    /// <summary>The cluster's own API server.</summary>
    [Word(PeerTraits.ApiServer)]
    public static ApiServerPeer ApiServer => ApiServerPeer.Instance;

    /// <summary>The cluster's resolver.</summary>
    [Word(PeerTraits.ClusterDns)]
    public static ClusterDnsPeer ClusterDns => ClusterDnsPeer.Instance;

    /// <summary>Pods of the policy's own namespace that carry all the given labels.</summary>
    /// <param name="label">A label, as key and value.</param>
    /// <param name="more">Further labels.</param>
    /// <returns>The peer.</returns>
    [Word(PeerTraits.None)]
    public static PodsPeer Pods([Literal(LiteralKind.Label)] (string Key, string Value) label, [Literal(LiteralKind.Label)] params (string Key, string Value)[] more) =>
        new(NamespaceScope.Own.Instance, LabelSelector.Of(label, more));

    /// <summary>Pods of the policy's own namespace that a selector matches.</summary>
    /// <param name="selector">The selector.</param>
    /// <returns>The peer.</returns>
    [Word(PeerTraits.None)]
    public static PodsPeer Pods(LabelSelector selector) => SameNamespace.Pods(selector);

    /// <summary>Every pod of one namespace; narrow it with <c>.Pods(…)</c>.</summary>
    /// <param name="name">The namespace.</param>
    /// <returns>The peer.</returns>
    /// <exception cref="FormatException">The name is not one that Kubernetes accepts.</exception>
    [Verb(Verb.NamedNamespaces)]
    public static NamespacePeer Namespace([Literal(LiteralKind.Namespace)] string name) => Namespaces(name);

    /// <summary>Every pod of the named namespaces; narrow it with <c>.Pods(…)</c>.</summary>
    /// <param name="name">A namespace.</param>
    /// <param name="more">Further namespaces.</param>
    /// <returns>The peer.</returns>
    /// <exception cref="FormatException">A name is not one that Kubernetes accepts.</exception>
    [Verb(Verb.NamedNamespaces)]
    public static NamespacePeer Namespaces([Literal(LiteralKind.Namespace)] string name, [Literal(LiteralKind.Namespace)] params string[] more)
    {
        ValueArray<string> names = more.Length == 0 ? [name] : more.Prepend(name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueArray();
        foreach (var one in names)
        {
            if (NameSyntax.Namespace(one) is { } problem) throw new FormatException(problem);
        }

        return new(new NamespaceScope.Named(names));
    }

    /// <summary>Every pod of the namespaces that carry all the given labels; narrow it with <c>.Pods(…)</c>.</summary>
    /// <param name="label">A label of the namespace, as key and value.</param>
    /// <param name="more">Further labels.</param>
    /// <returns>The peer.</returns>
    /// <exception cref="FormatException">Kubernetes would refuse a label.</exception>
    [Word(PeerTraits.SystemPods)]
    public static NamespacePeer Namespaces([Literal(LiteralKind.Label)] (string Key, string Value) label, [Literal(LiteralKind.Label)] params (string Key, string Value)[] more) =>
        Namespaces(LabelSelector.Of(label, more));

    /// <summary>Every pod of the namespaces that a selector matches; narrow it with <c>.Pods(…)</c>.</summary>
    /// <param name="selector">The selector over the namespace's labels.</param>
    /// <returns>The peer.</returns>
    [Word(PeerTraits.SystemPods)]
    public static NamespacePeer Namespaces(LabelSelector selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        return selector.IsEverything ? AnyNamespace : new(new NamespaceScope.Matching(selector));
    }

    /// <summary>Addresses outside the cluster; take networks out with <c>.Except(…)</c>.</summary>
    /// <param name="network">The network, for example <c>10.0.0.0/8</c>.</param>
    /// <returns>The peer.</returns>
    /// <exception cref="FormatException">The text is not a network; the message says the mend.</exception>
    [Verb(Verb.Network)]
    public static NetworkPeer Cidr([Literal(LiteralKind.Network)] string network) => Cidr(CidrBlock.Parse(network));

    /// <summary>Addresses outside the cluster; take networks out with <c>.Except(…)</c>.</summary>
    /// <param name="network">The network.</param>
    /// <returns>The peer.</returns>
    [Verb(Verb.Network)]
    public static NetworkPeer Cidr(CidrBlock network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return new(network, ValueArray<CidrBlock>.Empty);
    }

    /// <summary>The cluster's own API server at addresses given here. Another cluster's API server is a <see cref="Cidr(string)"/>.</summary>
    /// <param name="network">The address of an endpoint, for example <c>10.0.0.1/32</c>.</param>
    /// <param name="more">Further endpoints.</param>
    /// <returns>The peer, for egress only.</returns>
    /// <exception cref="FormatException">A text is not a network; the message says the mend.</exception>
    [Word(PeerTraits.ApiServer)]
    public static ApiServerAtPeer ApiServerAt([Literal(LiteralKind.Network)] string network, [Literal(LiteralKind.Network)] params string[] more) =>
        new(more.Prepend(network).Select(CidrBlock.Parse).Distinct().Order().ToValueArray());

    /// <summary>The addresses that a pod learned for a host name; implies <see cref="ClusterDns"/>.</summary>
    /// <param name="pattern">A name, <c>*.name</c> for exactly one label in front, or <c>**.name</c> for one or more.</param>
    /// <returns>The peer, for egress only.</returns>
    /// <exception cref="FormatException">The text is not a pattern that an engine accepts; the message says the mend.</exception>
    [Word(PeerTraits.HostName)]
    public static HostNamePeer Fqdn([Literal(LiteralKind.HostPattern)] string pattern) => new(DnsPattern.Parse(pattern));

    /// <summary>A selector over several labels, to be narrowed with <c>.And(…)</c>.</summary>
    /// <param name="label">A label, as key and value.</param>
    /// <param name="more">Further labels.</param>
    /// <returns>The selector.</returns>
    /// <exception cref="FormatException">Kubernetes would refuse a label.</exception>
    [Verb(Verb.Labels)]
    public static LabelSelector Labels([Literal(LiteralKind.Label)] (string Key, string Value) label, [Literal(LiteralKind.Label)] params (string Key, string Value)[] more) => LabelSelector.Of(label, more);

    /// <summary>A label key, to be followed by <c>.In(…)</c>, <c>.NotIn(…)</c>, <c>.Exists()</c> or <c>.DoesNotExist()</c>.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The key.</returns>
    /// <exception cref="FormatException">Kubernetes would refuse the key.</exception>
    [Verb(Verb.Key)]
    public static LabelKey Key([Literal(LiteralKind.LabelKey)] string key) => LabelKey.Of(key);
}
