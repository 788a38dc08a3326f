namespace PolicyKit.Ir;

/// <summary>The other end of a connection, in the words of no engine. The hierarchy is closed.</summary>
public abstract record PeerIr
{
    private PeerIr()
    {
    }

    /// <summary>Every endpoint.</summary>
    public sealed record Anywhere : PeerIr;

    /// <summary>Pods, by namespace and labels.</summary>
    /// <param name="Scope">Which namespaces.</param>
    /// <param name="Selector">Which pods there.</param>
    public sealed record Pods(NamespaceScope Scope, LabelSelector Selector) : PeerIr;

    /// <summary>Addresses outside the cluster.</summary>
    /// <param name="Block">The network.</param>
    /// <param name="Except">Networks strictly inside it that are left out, sorted.</param>
    public sealed record Network(CidrBlock Block, ValueArray<CidrBlock> Except) : PeerIr;

    /// <summary>Public addresses.</summary>
    public sealed record Internet : PeerIr;

    /// <summary>Everything that is neither pod nor node.</summary>
    public sealed record OutsideCluster : PeerIr;

    /// <summary>Every node.</summary>
    public sealed record Nodes : PeerIr;

    /// <summary>The pod's own node: allowed by every engine already.</summary>
    public sealed record Kubelet : PeerIr;

    /// <summary>The cluster's API server.</summary>
    /// <param name="At">Its endpoints, where the policy says them; null means as the profile says.</param>
    /// <param name="OnEndpointPorts">Whether the rule's ports are exactly those of its endpoints, as <c>Port.ApiServer</c> says.</param>
    public sealed record ApiServer(ValueArray<CidrBlock>? At, bool OnEndpointPorts) : PeerIr;

    /// <summary>The addresses a pod learned for a host name.</summary>
    /// <param name="Pattern">The name or pattern.</param>
    public sealed record HostName(DnsPattern Pattern) : PeerIr;

    /// <summary>The resolver's pods.</summary>
    public sealed record ResolverPods : PeerIr;

    /// <summary>The resolver's further addresses, as the profile names them.</summary>
    public sealed record ResolverAddresses : PeerIr;

    /// <summary>The peer in words, for messages.</summary>
    /// <returns>For example <c>the host name 'bucket.example.com'</c>.</returns>
    public sealed override string ToString() => this switch
    {
        Anywhere => "anywhere",
        Pods { Scope: NamespaceScope.Own } pods => $"the pods {Selection(pods.Selector)}of the same namespace",
        Pods { Scope: NamespaceScope.Every } pods => $"the pods {Selection(pods.Selector)}of every namespace",
        Pods { Scope: NamespaceScope.Named named } pods =>
            $"the pods {Selection(pods.Selector)}of {(named.Names.Count == 1 ? "namespace" : "namespaces")} {Words.List([.. named.Names.Select(name => $"'{name}'")])}",
        Pods { Scope: NamespaceScope.Matching matching } pods => $"the pods {Selection(pods.Selector)}of the namespaces with '{matching.Labels}'",
        Network { Except.Count: 0 } network => $"the network '{network.Block}'",
        Network network => $"the network '{network.Block}' without {Words.List([.. network.Except.Select(block => $"'{block}'")])}",
        Internet => "the internet",
        OutsideCluster => "everything outside the cluster",
        Nodes => "the nodes",
        Kubelet => "the kubelet",
        ApiServer => "the API server",
        HostName name => $"the host name '{name.Pattern}'",
        ResolverPods or ResolverAddresses => "the cluster's resolver",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The peer as it could have been written: what a gap covers.</summary>
    internal RulePeer AsWritten() => this switch
    {
        Anywhere => AnywherePeer.Instance,
        Pods { Selector.IsEverything: true } pods => new NamespacePeer(pods.Scope),
        Pods pods => new PodsPeer(pods.Scope, pods.Selector),
        Network network => new NetworkPeer(network.Block, network.Except),
        Internet => InternetPeer.Instance,
        OutsideCluster => OutsideClusterPeer.Instance,
        Nodes => NodesPeer.Instance,
        Kubelet => KubeletPeer.Instance,
        ApiServer { At: { } at } => new ApiServerAtPeer(at),
        ApiServer => ApiServerPeer.Instance,
        HostName name => new HostNamePeer(name.Pattern),
        ResolverPods or ResolverAddresses => ClusterDnsPeer.Instance,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Selection(LabelSelector selector) => selector.IsEverything ? "" : $"with '{selector}' ";
}
