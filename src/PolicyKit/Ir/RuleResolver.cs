using PolicyKit.Rules;

namespace PolicyKit.Ir;

/// <summary>Resolves the rules of one policy: one written rule becomes one rule for each meaning its ports have toward its peers.</summary>
internal sealed class RuleResolver(ClusterProfile facts, Action<Diagnostic> report, Traffics traffics, Policy policy, PolicyId id)
{
    private static readonly PeerIr Anywhere = new PeerIr.Anywhere();
    private static readonly PeerIr ResolverPods = new PeerIr.ResolverPods();
    private static readonly PeerIr ResolverAddresses = new PeerIr.ResolverAddresses();

    public SectionIr? Section(Direction direction, ValueArray<PolicyRule>? written)
    {
        if (written is null) return null;
        var rules = new List<RuleIr>(written.Count);
        foreach (var rule in written) Resolve(direction, rule, rules);
        if (direction is Direction.Egress) AddDnsForHostNames(rules);
        rules.Sort(IrOrder.Rules);
        for (var i = rules.Count - 1; i > 0; i--)
        {
            if (rules[i].Equals(rules[i - 1])) rules.RemoveAt(i);
        }

        return new(rules.ToValueArray());
    }

    private void Resolve(Direction direction, PolicyRule rule, List<RuleIr> rules)
    {
        var verb = direction is Direction.Ingress ? "AllowIngress" : "AllowEgress";
        if (rule.Ports.Count == 0)
            Refuse("PK0010", rule.Origin, $"An empty sequence of ports reached {verb} of policy '{id}': it allows nothing, and engines would read it as every port.", "Write Port.Any for every port, or leave the rule out with When.");
        if (rule.Peers.Count == 0)
            Refuse("PK0010", rule.Origin, $"An empty sequence of peers reached {(direction is Direction.Ingress ? "From" : "To")} of policy '{id}': it allows nothing, and engines would read it as anywhere.", "Write Anywhere for every endpoint, or leave the rule out with When.");
        if (rule.Ports.Count == 0 || rule.Peers.Count == 0) return;

        var first = rules.Count;
        TrafficIr? plain = null;
        foreach (var peer in rule.Peers)
        {
            if (Pods(peer) is { } pods) Add(rules, first, pods, plain ??= traffics.Of(rule.Ports), rule);
            else foreach (var (resolved, traffic) in Pairs(direction, rule, peer)) Add(rules, first, resolved, traffic, rule);
        }

        for (var i = first; i < rules.Count; i++)
        {
            if (rules[i].Peers.Count > 1) rules[i] = rules[i] with { Peers = IrOrder.Canonical(rules[i].Peers) };
        }
    }

    // The usual peers, whose ports are what they say: kept apart because they need no list.
    private PeerIr.Pods? Pods(RulePeer peer) => peer switch
    {
        NamespacePeer one => new(one.Scope, LabelSelector.Everything),
        PodsPeer one => new(one.Scope, one.Selector),
        SelfPeer => new(NamespaceScope.Own.Instance, policy.Subject),
        _ => null,
    };

    // All peers of a written rule that share the same traffic stay together in one rule.
    private static void Add(List<RuleIr> rules, int first, PeerIr peer, TrafficIr traffic, PolicyRule written)
    {
        for (var i = first; i < rules.Count; i++)
        {
            if (!rules[i].Traffic.Equals(traffic)) continue;
            rules[i] = rules[i] with { Peers = rules[i].Peers.Add(peer) };
            return;
        }

        rules.Add(new([peer], traffic, written.Because, written.Origin));
    }

    private IEnumerable<(PeerIr Peer, TrafficIr Traffic)> Pairs(Direction direction, PolicyRule rule, RulePeer peer)
    {
        switch (peer)
        {
            case NamespacePeer or PodsPeer or SelfPeer: return [(Pods(peer)!, traffics.Of(rule.Ports))];
            case AnywherePeer: return [(Anywhere, traffics.Of(rule.Ports))];
            case KubeletPeer: return [(new PeerIr.Kubelet(), traffics.Of(rule.Ports))];
            case NetworkPeer one: return Network(one, rule) is { } network ? [(network, Numbers(direction, rule, network))] : [];
            case InternetPeer: return Addresses(direction, rule, new PeerIr.Internet());
            case OutsideClusterPeer: return Addresses(direction, rule, new PeerIr.OutsideCluster());
            case NodesPeer: return Addresses(direction, rule, new PeerIr.Nodes());
            case HostNamePeer one: return Addresses(direction, rule, new PeerIr.HostName(one.Pattern));
            case ApiServerPeer when direction is Direction.Ingress: return ApiServerSources(rule).Select(source => (source, traffics.Of(rule.Ports)));
            case ApiServerPeer: return ApiServer(rule, at: null);
            case ApiServerAtPeer one: return ApiServer(rule, one.Addresses);
            case ClusterDnsPeer: return ClusterDns(rule);
            default: throw new System.Diagnostics.UnreachableException();
        }
    }

    private IEnumerable<(PeerIr Peer, TrafficIr Traffic)> Addresses(Direction direction, PolicyRule rule, PeerIr peer) =>
        [(peer, Numbers(direction, rule, peer))];

    // A name belongs to the pod that receives: toward an address there is nobody to ask.
    private TrafficIr Numbers(Direction direction, PolicyRule rule, PeerIr peer)
    {
        if (direction is Direction.Egress)
        {
            foreach (var port in rule.Ports)
            {
                if (port is Port.ByName named)
                    Refuse("PK3003", rule.Origin, $"Policy '{id}' allows the named port '{named.Name}' toward {peer}: a name is looked up at the pod that receives, and there is none.", $"Write the number: Port.Named(\"{named.Name}\").At(…).");
            }
        }

        return traffics.Of(rule.Ports);
    }

    private PeerIr.Network? Network(NetworkPeer peer, PolicyRule rule)
    {
        var sound = true;
        foreach (var hole in peer.Exceptions)
        {
            if (ExceptionRefusals.Of(peer.Block, hole) is not { } refusal) continue;
            sound = false;
            Refuse("PK0004", rule.Origin, refusal.What, refusal.Mend);
        }

        if (sound && ExceptionRefusals.OfAll(peer.Block, peer.Exceptions) is { } tooMany)
        {
            sound = false;
            Refuse("PK0004", rule.Origin, tooMany.What, tooMany.Mend);
        }

        return sound ? new(peer.Block, CidrBlock.Merge(peer.Exceptions)) : null;
    }

    private IEnumerable<PeerIr> ApiServerSources(PolicyRule rule)
    {
        switch (facts.ApiServer.Sources)
        {
            case null:
                Refuse("PK3002", rule.Origin, $"Policy '{id}' allows ingress from the API server, and the profile does not say where its calls come from in this cluster.", "Say it with 'apiServer.sources', or write FromAnywhere().");
                return [];
            case PolicyKit.ApiServerSources.FromEndpoints: return [new PeerIr.ApiServer(null, OnEndpointPorts: false)];
            case PolicyKit.ApiServerSources.FromNodes: return [new PeerIr.Nodes()];
            case PolicyKit.ApiServerSources.FromAnywhere: return [Anywhere];
            case PolicyKit.ApiServerSources.FromPods pods: return [new PeerIr.Pods(new NamespaceScope.Named([pods.Namespace]), pods.PodLabels)];
            case PolicyKit.ApiServerSources.FromNetworks networks: return networks.Cidrs.Select(block => new PeerIr.Network(block, ValueArray<CidrBlock>.Empty));
            default: throw new System.Diagnostics.UnreachableException();
        }
    }

    private IEnumerable<(PeerIr Peer, TrafficIr Traffic)> ApiServer(PolicyRule rule, ValueArray<CidrBlock>? at)
    {
        var others = rule.Ports.Where(port => port is not Port.ApiServerEndpoint).ToValueArray();
        if (others.Count > 0)
        {
            var peer = new PeerIr.ApiServer(at, OnEndpointPorts: false);
            yield return (peer, Numbers(Direction.Egress, rule with { Ports = others }, peer));
        }

        if (others.Count < rule.Ports.Count) yield return (new PeerIr.ApiServer(at, OnEndpointPorts: true), Ports.Tcp(facts.ApiServer.EndpointPorts));
    }

    // The resolver's pods listen on a port of their own (OpenShift: 5353); its further addresses always on 53.
    private IEnumerable<(PeerIr Peer, TrafficIr Traffic)> ClusterDns(PolicyRule rule)
    {
        yield return (ResolverPods, Ports.Plain(rule.Ports, facts.Dns.Port));
        if (facts.Dns.Addresses.Count > 0) yield return (ResolverAddresses, Numbers(Direction.Egress, rule, ResolverAddresses));
    }

    private void AddDnsForHostNames(List<RuleIr> rules)
    {
        if (rules.Find(rule => rule.Peers.Any(peer => peer is PeerIr.HostName)) is not { } cause) return;
        if (policy.NoDnsBecause is not null)
        {
            Refuse("PK1002", cause.Origin, $"Policy '{id}' allows a host name and says that it needs no DNS: without DNS the pod never learns the name's addresses.", "Remove NeedsNoDns(…), or write the addresses with Cidr(…).");
            return;
        }

        var dns = new PolicyRule([Port.Dns], [ClusterDnsPeer.Instance], null, cause.Origin);
        foreach (var (peer, traffic) in ClusterDns(dns))
        {
            var implied = new RuleIr([peer], traffic, null, cause.Origin);
            if (!rules.Any(rule => rule.Traffic.Equals(traffic) && rule.Peers.Contains(peer))) rules.Add(implied);
        }
    }

    private void Refuse(string ruleId, Origin origin, string message, string mend) => report(new(ruleId, Severity.Error, message, mend) { Origin = origin });
}
