using PolicyKit.Ir;
using PolicyKit.Manifests;

namespace PolicyKit.Engines.Cilium;

/// <summary>The peers of one rule, sorted by the member that says them: a rule of Cilium has one kind of peer.</summary>
/// <remarks>A refused peer refuses the whole emission; no list is ever empty, because a member without peers has no rule.</remarks>
internal sealed class CiliumPeers(PolicyEntry entry, RuleIr rule, Direction direction, LoweringContext context)
{
    private readonly CiliumSet _set = CiliumSet.Of(context);

    /// <summary>Whether the peers are every endpoint, so that nothing else has to be said.</summary>
    public bool Everywhere { get; private set; }

    /// <summary>The items of <c>fromEndpoints</c> or <c>toEndpoints</c>; null when there are none.</summary>
    public List<ManifestNode>? Endpoints { get; private set; }

    /// <summary>The items of <c>fromEntities</c> or <c>toEntities</c>.</summary>
    public CiliumEntities Entities { get; private set; }

    /// <summary>The items of <c>fromCIDRSet</c> or <c>toCIDRSet</c>; null when there are none.</summary>
    public List<ManifestNode>? Networks { get; private set; }

    /// <summary>The items of <c>toFQDNs</c>; null when there are none.</summary>
    public List<ManifestNode>? Names { get; private set; }

    /// <summary>The resolver's pods, where their answers have to be seen by the DNS proxy.</summary>
    public ManifestMap? ProxiedResolver { get; private set; }

    /// <summary>The nodes, one of which may be where the resolver answers, where they have to be asked through the DNS proxy.</summary>
    public CiliumEntities ProxiedNodes { get; private set; }

    /// <summary>The resolver's further addresses, where their answers have to be seen by the DNS proxy; null when there are none.</summary>
    public List<ManifestNode>? ProxiedNetworks { get; private set; }

    public CiliumPeers Lower()
    {
        foreach (var peer in rule.Peers) Everywhere |= peer is PeerIr.Anywhere;
        foreach (var peer in rule.Peers) Add(peer);
        return this;
    }

    private void Add(PeerIr peer)
    {
        switch (peer)
        {
            case PeerIr.ResolverPods when _set.Proxies(entry):
                ProxiedResolver = Resolver();
                break;
            case PeerIr.ResolverAddresses when _set.Proxies(entry):
                ProxiedNodes = AskedNodes();
                foreach (var address in context.Facts.Dns.Addresses) (ProxiedNetworks ??= []).Add(Nodes.Map(("cidr", address.ToString())));
                break;
            case var other when !Everywhere:
                AddNarrow(other);
                break;
        }
    }

    private void AddNarrow(PeerIr peer)
    {
        switch (peer)
        {
            case PeerIr.Anywhere:
                break;
            case PeerIr.Pods pods:
                (Endpoints ??= []).Add(Pods(pods));
                CiliumGaps.MeshWide(entry, direction, rule, peer, context);
                break;
            case PeerIr.ResolverPods:
                (Endpoints ??= []).Add(Resolver());
                break;
            case PeerIr.Kubelet:
                Entities |= CiliumEntities.Host;
                break;
            case PeerIr.ResolverAddresses:
                Entities |= AskedNodes();
                foreach (var address in context.Facts.Dns.Addresses) AddNetwork(address, ValueArray<CidrBlock>.Empty);
                break;
            case PeerIr.ApiServer:
                Entities |= CiliumEntities.KubeApiServer;
                break;
            case PeerIr.Nodes:
                Entities |= CiliumEntities.Host | CiliumEntities.RemoteNode;
                CiliumGaps.MeshWide(entry, direction, rule, peer, context);
                break;
            case PeerIr.OutsideCluster:
                Entities |= CiliumEntities.World;
                break;
            case PeerIr.Network network:
                AddNetwork(network.Block, network.Except);
                break;
            case PeerIr.Internet:
                foreach (var network in SpecialPurposeNetworks.Internet) AddNetwork(network.Block, network.Exceptions);
                break;
            case PeerIr.HostName name:
                AddName(name);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private ManifestMap Resolver()
    {
        var dns = context.Facts.Dns;
        CiliumGaps.MeshWide(entry, direction, rule, new PeerIr.ResolverPods(), context);
        return CiliumLabels.Peer(dns.Namespace, NamespaceScope.Own.Instance, dns.PodLabels);
    }

    /// <summary>An address of a node is no network to the agent, unless it is told so; and which address is the pod's own node's, only that node knows.</summary>
    private CiliumEntities AskedNodes()
    {
        var facts = context.Facts;
        var (own, every) = (ResolverOnNode.Own(facts) is not null, ResolverOnNode.Named(facts) is not null && facts.SeesNodesByAddress is not true);
        if (!own && !every) return CiliumEntities.None;
        if (!Everywhere) CiliumGaps.ResolverByNode(entry, rule, every, context);
        if (!Everywhere && every) CiliumGaps.MeshWide(entry, direction, rule, new PeerIr.Nodes(), context);
        return every ? CiliumEntities.Host | CiliumEntities.RemoteNode : CiliumEntities.Host;
    }

    private ManifestMap Pods(PeerIr.Pods pods)
    {
        CiliumLabels.Check(pods.Selector, entry, rule.Origin, context);
        if (pods.Scope is NamespaceScope.Matching matching) CiliumLabels.CheckNamespaces(matching.Labels, entry, rule.Origin, context);
        return CiliumLabels.Peer(entry.Id.Namespace!, pods.Scope, pods.Selector);
    }

    private void AddNetwork(CidrBlock block, ValueArray<CidrBlock> except)
    {
        if (except.Count > 0 && block.PrefixLength == 0 && context.Facts.Cilium.Version == CiliumVersions.LosesHolesInEverything)
        {
            foreach (var part in block.Subtract(except)) (Networks ??= []).Add(Nodes.Map(("cidr", part.ToString())));
            return;
        }

        (Networks ??= []).Add(except.Count == 0
            ? Nodes.Map(("cidr", block.ToString()))
            : Nodes.Map(("cidr", block.ToString()), ("except", Nodes.Texts(except))));
    }

    private void AddName(PeerIr.HostName name)
    {
        var facts = context.Facts.Cilium;
        if (!facts.L7Proxy)
        {
            context.Refuse("PK3008", rule.Origin,
                $"Policy '{entry.Id}' allows {name}, and {context.Engine} learns the addresses of a name in its layer-7 proxy, which the profile says does not run.",
                "Switch the proxy on and say 'cilium.l7Proxy: true', or write the host's network with Cidr(…).");
        }

        if (name.Pattern.Wildcard is DnsWildcard.AnyDepth && facts.Version < CiliumVersions.NamesOfAnyDepth)
        {
            context.Refuse("PK3008", rule.Origin,
                $"Policy '{entry.Id}' allows {name}, and {context.Engine} {facts.Version} reads '**.' as one label, like '*.'.",
                $"Write a pattern for each depth, or say 'cilium.version: \"{CiliumVersions.NamesOfAnyDepth}\"' or later if the cluster runs it.");
        }

        CiliumGaps.NameByAddress(entry, rule, name, context);
        (Names ??= []).Add(Nodes.Map((name.Pattern.Wildcard is DnsWildcard.None ? "matchName" : "matchPattern", name.Pattern.ToString())));
    }
}
