using PolicyKit.Ir;
using PolicyKit.Manifests;

namespace PolicyKit.Engines.Calico;

/// <summary>The peers of one rule to the matches of <c>source</c> or <c>destination</c>: a rule each, for there matches narrow each other.</summary>
/// <remarks>A refused peer refuses the whole emission. What renders to nothing leaves its rule out.</remarks>
internal sealed class CalicoPeers(PolicyEntry entry, RuleIr rule, Direction direction, LoweringContext context)
{
    private static readonly ManifestEntry ApiServerService = new("services", Nodes.Map(("name", "kubernetes"), ("namespace", "default")));
    private static readonly ManifestText AllNamespaces = new(CalicoSelectors.Everything);
    private static readonly ManifestText EveryPod = new(CalicoSelectors.Pods);

    private readonly List<Match> _matches = new(1);
    private CalicoNetworks? _networks;
    private List<ManifestNode>? _domains;

    /// <summary>One peer as a rule can hold it.</summary>
    /// <param name="Entries">The keys of <c>source</c> or <c>destination</c>; empty for every endpoint.</param>
    /// <param name="PinsPorts">Whether the match knows its ports itself, and takes none beside it.</param>
    public readonly record struct Match(ManifestEntry[] Entries, bool PinsPorts = false);

    private CalicoNetworks Networks => _networks ??= new();

    public List<Match> Lower()
    {
        var everywhere = false;
        foreach (var peer in rule.Peers)
        {
            if (peer is PeerIr.Anywhere) everywhere = true;
            else Add(peer);
        }

        if (everywhere) return [new([])];
        _networks?.AddTo(_matches);
        if (_domains is not null) _matches.Add(new([new("domains", Nodes.ListOf(_domains))]));
        return _matches;
    }

    private void Add(PeerIr peer)
    {
        switch (peer)
        {
            case PeerIr.Anywhere or PeerIr.Kubelet:
                break;
            case PeerIr.Pods pods:
                AddPods(pods.Scope, pods.Selector);
                break;
            case PeerIr.ResolverPods:
                AddPods(new NamespaceScope.Named([context.Facts.Dns.Namespace]), context.Facts.Dns.PodLabels);
                break;
            case PeerIr.ResolverAddresses:
                Networks.Add(context.Facts.Dns.Addresses);
                break;
            case PeerIr.Network network:
                Networks.Add(network.Block, network.Except);
                break;
            case PeerIr.Internet:
                foreach (var network in SpecialPurposeNetworks.Internet) Networks.Add(network.Block, network.Exceptions);
                break;
            case PeerIr.OutsideCluster:
                AddOutside();
                break;
            case PeerIr.Nodes:
                if (context.NodeNetworks(entry, rule) is { } nodes) Networks.Add(nodes);
                break;
            case PeerIr.ApiServer apiServer:
                AddApiServer(apiServer);
                break;
            case PeerIr.HostName name:
                if (CalicoHostNames.Lower(entry, rule, name.Pattern, context) is { } domain) (_domains ??= []).Add(domain);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private void AddPods(NamespaceScope scope, LabelSelector selector)
    {
        if (CalicoSelectors.KeptKeyOfPods(selector) is { } key) CalicoRefusals.KeptKey(entry, rule.Origin, "pods", key, context);
        var pods = new ManifestEntry("selector", selector.IsEverything ? EveryPod : Checked(CalicoSelectors.Peer(selector)));
        switch (scope)
        {
            case NamespaceScope.Own:
                _matches.Add(new([pods]));
                break;
            case NamespaceScope.Every:
                AddPods(pods, AllNamespaces);
                break;
            case NamespaceScope.Matching matching:
                if (CalicoSelectors.KeptKeyOfNamespaces(matching.Labels) is { } kept) CalicoRefusals.KeptKey(entry, rule.Origin, "namespaces", kept, context);
                AddPods(pods, Checked(CalicoSelectors.Namespaces(matching.Labels)));
                break;
            case NamespaceScope.Named named:
                foreach (var namespaces in CalicoSelectors.Namespaces(named.Names)) AddPods(pods, new(namespaces));
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private void AddPods(ManifestEntry pods, ManifestText namespaces) => _matches.Add(new([pods, new("namespaceSelector", namespaces)]));

    private ManifestText Checked(string selector)
    {
        CalicoRefusals.TooLong(entry, rule.Origin, selector, context);
        return new(selector);
    }

    private void AddOutside()
    {
        if (context.ClusterNetworks(entry, rule) is not { } inside) return;
        Networks.AddAllBut(SpecialPurposeNetworks.AllV4, inside);
        Networks.AddAllBut(SpecialPurposeNetworks.AllV6, inside);
    }

    // The Service stands for its endpoints; toward it, also for their ports. Ports of our own cannot stand beside it, and other ones would be widened to those.
    private void AddApiServer(PeerIr.ApiServer apiServer)
    {
        if (apiServer.At is null && (direction is Direction.Ingress || apiServer.OnEndpointPorts))
            _matches.Add(new([ApiServerService], PinsPorts: direction is Direction.Egress));
        else if (context.ApiServerAddresses(entry, rule, apiServer) is { } addresses)
            Networks.Add(addresses);
    }
}
