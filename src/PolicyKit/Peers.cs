namespace PolicyKit;

/// <summary>Every endpoint: pods, nodes, and everything outside the cluster.</summary>
public sealed record AnywherePeer : Peer
{
    private AnywherePeer()
    {
    }

    internal static AnywherePeer Instance { get; } = new();

    /// <inheritdoc/>
    public override string ToString() => "Anywhere";
}

/// <summary>The pods that the policy itself is for: every replica, not only this one.</summary>
public sealed record SelfPeer : Peer
{
    private SelfPeer()
    {
    }

    internal static SelfPeer Instance { get; } = new();

    /// <inheritdoc/>
    public override string ToString() => "Self";
}

/// <summary>Public addresses: IPv4 and IPv6 without the special-purpose blocks. See <see cref="SpecialPurposeNetworks"/>.</summary>
public sealed record InternetPeer : Peer
{
    private InternetPeer()
    {
    }

    internal static InternetPeer Instance { get; } = new();

    /// <inheritdoc/>
    public override string ToString() => "Internet";
}

/// <summary>Everything that is neither a pod nor a node of this cluster: private networks outside it included.</summary>
public sealed record OutsideClusterPeer : Peer
{
    private OutsideClusterPeer()
    {
    }

    internal static OutsideClusterPeer Instance { get; } = new();

    /// <inheritdoc/>
    public override string ToString() => "OutsideCluster";
}

/// <summary>Every node, its host-network pods and its tunnel addresses.</summary>
public sealed record NodesPeer : Peer
{
    private NodesPeer()
    {
    }

    internal static NodesPeer Instance { get; } = new();

    /// <inheritdoc/>
    public override string ToString() => "Nodes";
}

/// <summary>
/// The cluster's own API server: in <c>To</c> its endpoints, in <c>From</c> the connections it opens (webhooks), wherever the
/// profile's fact <c>apiServer.sources</c> says they appear to come from.
/// </summary>
public sealed record ApiServerPeer : Peer, INeed
{
    private ApiServerPeer()
    {
    }

    internal static ApiServerPeer Instance { get; } = new();

    /// <inheritdoc/>
    public override string ToString() => "ApiServer";
}

/// <summary>The cluster's own API server at addresses given here instead of in the profile.</summary>
public sealed record ApiServerAtPeer : EgressPeer
{
    internal ApiServerAtPeer(ValueArray<CidrBlock> addresses) => Addresses = addresses;

    /// <summary>The addresses of its endpoints.</summary>
    public ValueArray<CidrBlock> Addresses { get; }

    /// <inheritdoc/>
    public override string ToString() => $"ApiServerAt({Words.Quote(Addresses)})";
}

/// <summary>The addresses that a pod learned for a host name.</summary>
public sealed record HostNamePeer : EgressPeer
{
    internal HostNamePeer(DnsPattern pattern) => Pattern = pattern;

    /// <summary>The name or pattern.</summary>
    public DnsPattern Pattern { get; }

    /// <inheritdoc/>
    public override string ToString() => $"Fqdn(\"{Pattern}\")";
}

/// <summary>The cluster's resolver: its pods, and any further resolver address that the profile names.</summary>
public sealed record ClusterDnsPeer : EgressPeer, INeed
{
    private ClusterDnsPeer()
    {
    }

    internal static ClusterDnsPeer Instance { get; } = new();

    /// <inheritdoc/>
    public override string ToString() => "ClusterDns";
}
