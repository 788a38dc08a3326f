using PolicyKit.Manifests;
using PolicyKit.Verification.Engines.Selectors;
using PolicyKit.Verification.Reading;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Engines.ClusterNetworkPolicy;

/// <summary>The tier of a cluster-wide policy: before or after NetworkPolicies.</summary>
internal enum ClusterTier
{
    Admin,
    Baseline,
}

/// <summary>What a rule does.</summary>
internal enum ClusterAction
{
    Accept,
    Deny,
    Pass,
}

/// <summary>A ClusterNetworkPolicy, or an older AdminNetworkPolicy or BaselineAdminNetworkPolicy, which mean the same with other words.</summary>
internal sealed record ClusterNetworkPolicyModel(
    Manifest Manifest, ClusterTier Tier, int Priority, ClusterPods Subject, ValueArray<ClusterRule> Ingress, ValueArray<ClusterRule> Egress)
    : PolicyModel(Manifest)
{
    public ValueArray<ClusterRule> Rules(Direction direction) => direction == Direction.Ingress ? Ingress : Egress;
}

/// <summary>Pods by the labels of their namespaces and by their own; null selects all.</summary>
internal sealed record ClusterPods(SelectorModel? Namespaces, SelectorModel? Pods)
{
    public bool IsUnderstood => Namespaces is not { IsUnderstood: false } && Pods is not { IsUnderstood: false };
}

/// <summary>One rule; no ports: all traffic.</summary>
internal sealed record ClusterRule(ClusterAction Action, ValueArray<ClusterPeer> Peers, ValueArray<ClusterPort> Ports, Place Place);

/// <summary>One peer of a rule.</summary>
internal abstract record ClusterPeer
{
    private ClusterPeer()
    {
    }

    /// <summary>Every pod of some namespaces.</summary>
    internal sealed record Namespaces(SelectorModel Selector) : ClusterPeer;

    /// <summary>Some pods of some namespaces.</summary>
    internal sealed record Pods(ClusterPods Selected) : ClusterPeer;

    /// <summary>Addresses.</summary>
    internal sealed record Networks(ValueArray<Cidr> Cidrs) : ClusterPeer;

    /// <summary>Nodes (experimental).</summary>
    internal sealed record Nodes(SelectorModel Selector) : ClusterPeer;

    /// <summary>Host names (experimental).</summary>
    internal sealed record DomainNames(ValueArray<NamePattern> Patterns) : ClusterPeer;
}

/// <summary>One port of a rule.</summary>
internal abstract record ClusterPort
{
    private ClusterPort()
    {
    }

    /// <summary>A port or a range of one protocol; empty where the range ends before it begins.</summary>
    internal sealed record Numbers(Protocol Protocol, PortSet Ports) : ClusterPort;

    /// <summary>A name that the destination declares, for whatever protocol it does.</summary>
    internal sealed record Named(string Name) : ClusterPort;

    /// <summary>Something that was stored and that no engine knows.</summary>
    internal sealed record Unsupported : ClusterPort;
}
