using System.Diagnostics;

namespace PolicyKit.Rules;

/// <summary>Reads what <see cref="EgressReach"/> asks off policies. In: a policy and the facts of the cluster. Out: what its egress opens.</summary>
/// <remarks>Where the profile says where the API server is, its address decides; nothing is then only possible but host names.</remarks>
internal sealed class EgressModel(ClusterProfile facts)
{
    // Text that no rule of ours reads: it may open anything, so nothing is said.
    private const EgressFacts Unread = EgressFacts.ApiServerSettled | EgressFacts.DnsSettled;

    /// <summary>The facts of one policy by itself.</summary>
    internal EgressFacts FactsOf(Policy policy)
    {
        var known = EgressFacts.None;
        foreach (var rule in policy.Egress ?? ValueArray<PolicyRule>.Empty) known |= FactsOf(rule);
        if (policy.NoApiServerBecause is not null) known |= EgressFacts.ApiServerSettled;
        if (policy.NoDnsBecause is not null) known |= EgressFacts.DnsSettled;
        foreach (var fragment in policy.Fragments)
        {
            if (fragment.Direction is Direction.Egress) known |= Unread;
        }

        return known;
    }

    private EgressFacts FactsOf(PolicyRule rule)
    {
        var (ports, peers) = (PortTraits.None, PeerTraits.None);
        foreach (var port in rule.Ports) ports |= TraitsOf(port);
        foreach (var peer in rule.Peers) peers |= TraitsOf(peer);
        var known = EgressReach.OfRule(ports, peers);
        if (facts.ApiServer.Cidrs is not { Count: > 0 } endpoints) return known;

        known &= ~(EgressFacts.ApiServerSettled | EgressFacts.ApiServerPossible);
        foreach (var peer in rule.Peers) known |= TowardApiServer(rule, peer, endpoints);
        return known;
    }

    private EgressFacts TowardApiServer(PolicyRule rule, RulePeer peer, ValueArray<CidrBlock> endpoints)
    {
        if (peer is ApiServerPeer or ApiServerAtPeer) return EgressFacts.ApiServerSettled;
        if (!OpensAnEndpointPort(rule.Ports)) return EgressFacts.None;
        var onNodes = facts.ApiServer.OnNodes;
        return peer switch
        {
            AnywherePeer => EgressFacts.ApiServerSettled,
            HostNamePeer => EgressFacts.ApiServerPossible,
            NodesPeer when onNodes is not false => EgressFacts.ApiServerSettled,
            OutsideClusterPeer when onNodes is not true => EgressFacts.ApiServerSettled,
            InternetPeer when SpecialPurposeNetworks.Internet.Any(network => HoldsAnEndpoint(network, endpoints)) => EgressFacts.ApiServerSettled,
            NetworkPeer network when MatchesNodesByAddress && HoldsAnEndpoint(network, endpoints) => EgressFacts.ApiServerSettled,
            _ => EgressFacts.None,
        };
    }

    // Where the API server runs on nodes, an address is no path to it on an enforcer that does not match nodes by address.
    private bool MatchesNodesByAddress => facts.ApiServer.OnNodes is not true || facts.SeesNodesByAddress is not false;

    private bool OpensAnEndpointPort(ValueArray<Port> ports)
    {
        foreach (var endpoint in facts.ApiServer.EndpointPorts)
        {
            if (ports.Hold(Protocol.Tcp, endpoint)) return true;
        }

        return false;
    }

    private static bool HoldsAnEndpoint(NetworkPeer network, ValueArray<CidrBlock> endpoints)
    {
        foreach (var endpoint in endpoints)
        {
            if (network.Holds(endpoint)) return true;
        }

        return false;
    }

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

    internal PeerTraits TraitsOf(RulePeer peer) => peer switch
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

    private PeerTraits TraitsOf(NamespaceScope scope) => scope switch
    {
        NamespaceScope.Own => PeerTraits.None,
        NamespaceScope.Every or NamespaceScope.Matching => PeerTraits.SystemPods,
        NamespaceScope.Named one => one.Names.AsSpan().Contains(facts.Dns.Namespace) ? PeerTraits.SystemPods : one.Names.Aggregate(PeerTraits.None, (traits, name) => traits | EgressReach.OfNamespace(name)),
        _ => throw new UnreachableException(),
    };
}
