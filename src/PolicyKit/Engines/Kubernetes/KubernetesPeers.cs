using PolicyKit.Ir;
using PolicyKit.Manifests;

namespace PolicyKit.Engines.Kubernetes;

/// <summary>The peers of one rule to the items of <c>from</c> or <c>to</c>.</summary>
/// <remarks>A refused peer refuses the whole emission: dropping it could leave an empty list, and an empty list is everyone.</remarks>
internal sealed class KubernetesPeers(PolicyEntry entry, RuleIr rule, Direction direction, LoweringContext context)
{
    private ManifestMap? _service;

    /// <summary>What the peers of a rule became.</summary>
    /// <param name="Everywhere">Whether the rule has no list of peers, because it is for every endpoint.</param>
    /// <param name="Items">The items; empty when the peers render to nothing.</param>
    /// <param name="ServiceItem">The API server's Service, which needs a rule with a port of its own.</param>
    public readonly record struct Result(bool Everywhere, List<ManifestNode> Items, ManifestMap? ServiceItem);

    public Result Lower()
    {
        var items = new List<ManifestNode>(rule.Peers.Count);
        var everywhere = false;
        foreach (var peer in rule.Peers)
        {
            if (peer is PeerIr.Anywhere) everywhere = true;
            else Add(items, peer);
        }

        return new(everywhere, items, _service);
    }

    private void Add(List<ManifestNode> items, PeerIr peer)
    {
        switch (peer)
        {
            case PeerIr.Anywhere or PeerIr.Kubelet:
                break;
            case PeerIr.OutsideCluster:
                AddOutside(items);
                break;
            case PeerIr.Nodes:
                AddNodes(items);
                break;
            case PeerIr.ApiServer apiServer:
                AddApiServer(items, apiServer);
                break;
            case PeerIr.HostName name:
                context.Refuse("PK3001", rule.Origin,
                    $"Policy '{entry.Id}' allows {name}, and {context.Engine} has no egress by host name.",
                    "Use an engine that has it, or write the host's network with Cidr(…).");
                break;
            case PeerIr.Pods pods:
                items.Add(Pods(pods.Scope, pods.Selector));
                break;
            case PeerIr.ResolverPods:
                items.Add(Pods(new NamespaceScope.Named([context.Facts.Dns.Namespace]), context.Facts.Dns.PodLabels));
                break;
            case PeerIr.ResolverAddresses:
                AddResolver(items);
                break;
            case PeerIr.Network network:
                items.Add(Block(network.Block, network.Except));
                break;
            case PeerIr.Internet:
                foreach (var network in SpecialPurposeNetworks.Internet) items.Add(Block(network.Block, network.Exceptions));
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static ManifestMap Pods(NamespaceScope scope, LabelSelector selector)
    {
        var namespaces = SelectorNodes.Namespaces(scope);
        if (namespaces is null) return Nodes.Map(("podSelector", SelectorNodes.Of(selector)));
        return selector.IsEverything
            ? Nodes.Map(("namespaceSelector", namespaces))
            : Nodes.Map(("namespaceSelector", namespaces), ("podSelector", SelectorNodes.Of(selector)));
    }

    private static ManifestMap Block(CidrBlock block, ValueArray<CidrBlock> except) => Nodes.Map(("ipBlock", except.Count == 0
        ? Nodes.Map(("cidr", block.ToString()))
        : Nodes.Map(("cidr", block.ToString()), ("except", Nodes.Texts(except)))));

    private static void AddBlocks(List<ManifestNode> items, ValueArray<CidrBlock> blocks)
    {
        foreach (var block in blocks) items.Add(Block(block, ValueArray<CidrBlock>.Empty));
    }

    private void AddOutside(List<ManifestNode> items)
    {
        if (context.ClusterNetworks(entry, rule) is not { } inside) return;
        foreach (var all in (ReadOnlySpan<CidrBlock>)[SpecialPurposeNetworks.AllV4, SpecialPurposeNetworks.AllV6])
            items.Add(Block(all, CidrBlock.Merge(inside.Where(all.Contains))));
    }

    private void AddNodes(List<ManifestNode> items)
    {
        if (context.NodesByAddress(entry, rule) is not { } nodes) return;
        if (context.Facts.SeesNodesByAddress is null) DeclareAddressAndNodes(NodesPeer.Instance);
        AddBlocks(items, nodes);
    }

    private void AddResolver(List<ManifestNode> items)
    {
        if (context.ResolverByAddress(entry, rule) is not { } addresses) return;
        if (context.Facts.SeesNodesByAddress is null && ResolverOnNode.Any(context.Facts) is not null) DeclareAddressAndNodes(ClusterDnsPeer.Instance);
        AddBlocks(items, addresses);
    }

    private void AddApiServer(List<ManifestNode> items, PeerIr.ApiServer apiServer)
    {
        if (context.ApiServerByAddress(entry, rule, apiServer) is not { } addresses) return;
        var facts = context.Facts.ApiServer;
        if (context.Facts.SeesNodesByAddress is null && MayBeOnNodes(addresses)) DeclareAddressAndNodes(ApiServerPeer.Instance);
        AddBlocks(items, addresses);
        if (direction is Direction.Egress && apiServer.OnEndpointPorts && facts.Service is { } service)
            _service = Block(service, ValueArray<CidrBlock>.Empty);
    }

    // Where nothing says whether it runs on nodes, their networks may say that it does not.
    private bool MayBeOnNodes(IEnumerable<CidrBlock> addresses) =>
        context.Facts.ApiServer.OnNodes ?? (context.Facts.Networks.Nodes is not { } nodes || addresses.Any(address => nodes.Any(address.Overlaps)));

    private void DeclareAddressAndNodes(RulePeer peer)
    {
        if (entry.Mode is RolloutMode.DryRun) return;
        context.Declare(new(
            Gaps.AddressAndNodes,
            context.Engine,
            $"on {context.Engine} with an unknown enforcer, {(direction is Direction.Ingress ? "connections from" : "connections to")} {peer} of '{entry.Id}' are cut where address blocks do not match nodes.",
            new(direction, entry.Subject.Namespace, entry.Subject.Pods, [peer], rule.Traffic.AsWritten(), "the enforcer does not match nodes by their addresses"),
            GapEffect.Cuts));
    }
}
