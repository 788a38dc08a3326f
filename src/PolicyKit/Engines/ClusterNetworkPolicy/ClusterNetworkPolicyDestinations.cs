using PolicyKit.Ir;
using PolicyKit.Manifests;

namespace PolicyKit.Engines.ClusterNetworkPolicy;

/// <summary>Destinations that are not pods: networks without exceptions, and on the experimental channel nodes and host names.</summary>
internal sealed class ClusterNetworkPolicyDestinations(PolicyEntry entry, RuleIr rule, ManifestNode everyNode, LoweringContext context)
{
    private readonly List<CidrBlock> _blocks = [];
    private readonly List<string> _names = [];
    private ManifestNode? _nodes;
    private ManifestNode? _service;

    private bool IsExperimental => context.Facts.ClusterNetworkPolicy.Channel is ReleaseChannel.Experimental;

    public ClusterNetworkPolicyPeers.Result Lower(List<ManifestNode> pods, List<PeerIr> peers)
    {
        foreach (var peer in peers) Add(peer);
        var items = new List<ManifestNode>();
        _blocks.Sort();
        AddLists(items, "networks", _blocks);
        if (_nodes is not null) items.Add(_nodes);
        _names.Sort(StringComparer.Ordinal);
        AddLists(items, "domainNames", _names);
        return new(pods, items, _service);
    }

    private void Add(PeerIr peer)
    {
        switch (peer)
        {
            case PeerIr.Network network:
                AddNetworks(network, network.Except.Count == 0 ? [network.Block] : network.Block.Subtract(network.Except));
                break;
            case PeerIr.Internet:
                AddNetworks(peer, SpecialPurposeNetworks.Internet.SelectMany(network => network.Block.Subtract(network.Exceptions)));
                break;
            case PeerIr.OutsideCluster:
                if (context.ClusterNetworks(entry, rule) is { } inside)
                    AddNetworks(peer, [.. SpecialPurposeNetworks.AllV4.Subtract(inside), .. SpecialPurposeNetworks.AllV6.Subtract(inside)]);
                break;
            case PeerIr.ResolverAddresses:
                if (context.ResolverByAddress(entry, rule) is { } resolver) AddNetworks(peer, resolver);
                break;
            case PeerIr.Nodes when IsExperimental && !DeniesOwnNodeByAddress:
                _nodes = everyNode;
                new ClusterNetworkPolicyGaps(entry, context).CannotAllowNodes(rule);
                break;
            case PeerIr.Nodes:
                if (context.NodesByAddress(entry, rule) is { } nodes) AddNetworks(peer, nodes);
                break;
            case PeerIr.ApiServer apiServer:
                AddApiServer(apiServer);
                break;
            case PeerIr.HostName name:
                AddName(name);
                break;
            case PeerIr.Kubelet or PeerIr.Anywhere or PeerIr.Pods or PeerIr.ResolverPods:
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private void AddNetworks(PeerIr peer, IEnumerable<CidrBlock> blocks)
    {
        const int limit = ClusterNetworkPolicyLists.Limit * ClusterNetworkPolicyLists.Limit;
        var before = _blocks.Count;
        _blocks.AddRange(blocks);
        var count = _blocks.Count - before;
        if (count <= limit) return;
        context.Refuse("PK3009", rule.Origin,
            FormattableString.Invariant($"Policy '{entry.Id}' allows {(peer is PeerIr.Network { Block: var block } ? $"the network '{block}' with exceptions" : peer)}, and {context.Engine} has no exceptions: {count} networks would be needed, and a rule holds at most {limit}."),
            "Write fewer exceptions, or wider ones.");
    }

    private void AddApiServer(PeerIr.ApiServer peer)
    {
        if (context.ApiServerByAddress(entry, rule, peer) is not { } addresses) return;
        AddNetworks(peer, addresses);
        if (peer.OnEndpointPorts && context.Facts.ApiServer.Service is { } service) _service = Nodes.Map(("networks", Nodes.List(service.ToString())));
    }

    private void AddName(PeerIr.HostName peer)
    {
        if (!IsExperimental)
        {
            context.Refuse("PK3001", rule.Origin,
                $"Policy '{entry.Id}' allows {peer}, and {context.Engine} has egress by host name in its experimental channel only.",
                "Say 'clusterNetworkPolicy.channel: experimental' if the cluster has it, or write the host's network with Cidr(…).");
            return;
        }

        // Here "*." already stands for one or more labels.
        _names.Add(peer.Pattern.Wildcard is DnsWildcard.None ? peer.Pattern.Name : $"*.{peer.Pattern.Name}");
        new ClusterNetworkPolicyGaps(entry, context).ByAddress(rule, peer.Pattern);
    }

    // The API takes nothing twice: two peers may name one network, and two patterns may have become one.
    private static void AddLists<T>(List<ManifestNode> items, string key, List<T> sorted)
        where T : class, IEquatable<T>
    {
        var texts = new List<ManifestNode>(sorted.Count);
        for (var i = 0; i < sorted.Count; i++)
        {
            if (i == 0 || !sorted[i].Equals(sorted[i - 1])) texts.Add(new ManifestText(sorted[i].ToString()!));
        }

        for (var i = 0; ClusterNetworkPolicyLists.Chunk(texts, i) is { } chunk; i++) items.Add(Nodes.Map((key, chunk)));
    }

    // Cilium's word for nodes leaves the pod's own out; where it sees nodes by address too, our Deny would cut what that word cannot allow.
    private bool DeniesOwnNodeByAddress => context.Facts.Engine is Enforcer.Cilium && context.Facts.SeesNodesByAddress is true;
}
