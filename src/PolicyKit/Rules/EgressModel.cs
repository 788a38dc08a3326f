using System.Diagnostics;

namespace PolicyKit.Rules;

/// <summary>Reads what <see cref="EgressReach"/> asks off policies. In: a set. Out: for each of its policies, whether its pods reach what they need.</summary>
internal static class EgressModel
{
    // Text that no rule of ours reads: it may open anything, so nothing is said.
    private const EgressFacts Unread = EgressFacts.ApiServerSettled | EgressFacts.DnsSettled;

    /// <summary>Whether the pods of a policy reach what they need, given everything else in its set.</summary>
    internal static Reach Verdict(PolicySet set, Policy policy, Need need)
    {
        if (set.Any(entry => entry is RawManifest)) return Reach.Fine;

        var covering = set.Policies.Where(other => Covers(other, policy)).Aggregate(FactsOf(policy), (facts, other) => facts | FactsOf(other));
        return EgressReach.Verdict(FactsOf(policy), covering, need);
    }

    /// <summary>The facts of one policy by itself.</summary>
    internal static EgressFacts FactsOf(Policy policy)
    {
        var facts = EgressFacts.None;
        foreach (var rule in policy.Egress ?? ValueArray<PolicyRule>.Empty) facts |= EgressReach.OfRule(TraitsOf(rule.Ports), TraitsOf(rule.Peers));
        if (policy.NoApiServerBecause is not null) facts |= EgressFacts.ApiServerSettled;
        if (policy.NoDnsBecause is not null) facts |= EgressFacts.DnsSettled;
        if (policy.Fragments.Any(fragment => fragment.Direction is Direction.Egress)) facts |= Unread;
        return facts;
    }

    /// <summary>Whether one policy selects at least the pods of another, by what is written.</summary>
    internal static bool Covers(Policy wide, Policy narrow) =>
        wide.Namespace == narrow.Namespace && wide.Subject.Requirements.All(narrow.Subject.Requirements.Contains);

    /// <summary>The traits of one port.</summary>
    internal static PortTraits TraitsOf(Port port) => port switch
    {
        Port.Numbered one => EgressReach.OfPorts(one.Protocol, one.Number, one.Number),
        Port.Ranged one => EgressReach.OfPorts(one.Protocol, one.First, one.Last),
        Port.ByName => PortTraits.None,
        Port.Every => PortTraits.HoldApiServer | PortTraits.HoldDns,
        Port.EveryOf one => EgressReach.OfPorts(one.Protocol, 1, 65535),
        Port.DnsService => PortTraits.HoldDns | PortTraits.AskForDns,
        Port.ApiServerEndpoint => PortTraits.HoldApiServer,
        _ => throw new UnreachableException(),
    };

    /// <summary>The traits of one peer.</summary>
    internal static PeerTraits TraitsOf(RulePeer peer) => peer switch
    {
        ApiServerPeer or ApiServerAtPeer => PeerTraits.ApiServer,
        AnywherePeer => PeerTraits.Anywhere,
        OutsideClusterPeer => PeerTraits.OutsideCluster,
        NodesPeer => PeerTraits.Nodes,
        InternetPeer => PeerTraits.Internet,
        HostNamePeer => PeerTraits.HostName,
        ClusterDnsPeer => PeerTraits.ClusterDns,
        NetworkPeer one => EgressReach.OfNetwork(one.Block),
        NamespacePeer one => TraitsOf(one.Scope),
        PodsPeer one => TraitsOf(one.Scope),
        SelfPeer or KubeletPeer => PeerTraits.None,
        _ => throw new UnreachableException(),
    };

    private static PeerTraits TraitsOf(NamespaceScope scope) => scope switch
    {
        NamespaceScope.Own => PeerTraits.None,
        NamespaceScope.Every or NamespaceScope.Matching => PeerTraits.SystemPods,
        NamespaceScope.Named one => one.Names.Aggregate(PeerTraits.None, (traits, name) => traits | EgressReach.OfNamespace(name)),
        _ => throw new UnreachableException(),
    };

    private static PortTraits TraitsOf(ValueArray<Port> ports) => ports.Aggregate(PortTraits.None, (traits, port) => traits | TraitsOf(port));

    private static PeerTraits TraitsOf(ValueArray<RulePeer> peers) => peers.Aggregate(PeerTraits.None, (traits, peer) => traits | TraitsOf(peer));
}
