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

        var meanings = new Meanings(rules, rules.Count, rule);
        foreach (var peer in rule.Peers) Resolve(direction, rule, peer, meanings);
        for (var i = meanings.First; i < rules.Count; i++)
        {
            if (rules[i].Peers.Count > 1) rules[i] = rules[i] with { Peers = IrOrder.Canonical(rules[i].Peers) };
        }
    }

    private void Resolve(Direction direction, PolicyRule rule, RulePeer peer, Meanings meanings)
    {
        switch (peer)
        {
            case NamespacePeer one: meanings.Add(new PeerIr.Pods(one.Scope, LabelSelector.Everything), traffics.Of(rule.Ports)); break;
            case PodsPeer one: meanings.Add(new PeerIr.Pods(one.Scope, one.Selector), traffics.Of(rule.Ports)); break;
            case SelfPeer: meanings.Add(new PeerIr.Pods(NamespaceScope.Own.Instance, policy.Subject), traffics.Of(rule.Ports)); break;
            case AnywherePeer: meanings.Add(Anywhere, traffics.Of(rule.Ports)); break;
            case KubeletPeer: meanings.Add(new PeerIr.Kubelet(), traffics.Of(rule.Ports)); break;
            case NetworkPeer one when Network(one, rule) is { } network: AddNumbers(network); break;
            case NetworkPeer: break;
            case InternetPeer: AddNumbers(new PeerIr.Internet()); break;
            case OutsideClusterPeer: AddNumbers(new PeerIr.OutsideCluster()); break;
            case NodesPeer: AddNumbers(new PeerIr.Nodes()); break;
            case HostNamePeer one: AddNumbers(new PeerIr.HostName(one.Pattern)); break;
            case ApiServerPeer when direction is Direction.Ingress:
                foreach (var source in ApiServerSources(rule)) meanings.Add(source, traffics.Of(rule.Ports));
                break;
            case ApiServerPeer: AddAll(ApiServer(rule, at: null)); break;
            case ApiServerAtPeer one: AddAll(ApiServer(rule, one.Addresses)); break;
            case ClusterDnsPeer: AddAll(ClusterDns(rule)); break;
            default: throw new System.Diagnostics.UnreachableException();
        }

        void AddNumbers(PeerIr address) => meanings.Add(address, Numbers(direction, rule, address));

        void AddAll(IEnumerable<(PeerIr Peer, TrafficIr Traffic)> pairs)
        {
            foreach (var (resolved, traffic) in pairs) meanings.Add(resolved, traffic);
        }
    }

    /// <summary>What one written rule means so far: the rules from a place on.</summary>
    private readonly record struct Meanings(List<RuleIr> Rules, int First, PolicyRule Written)
    {
        // All peers of a written rule that share the same traffic stay together in one rule.
        public void Add(PeerIr peer, TrafficIr traffic)
        {
            for (var i = First; i < Rules.Count; i++)
            {
                if (!Rules[i].Traffic.Equals(traffic)) continue;
                Rules[i] = Rules[i] with { Peers = Rules[i].Peers.Add(peer) };
                return;
            }

            Rules.Add(new([peer], traffic, Written.Because, Written.Origin));
        }
    }

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

        if (others.Count < rule.Ports.Count) yield return (new PeerIr.ApiServer(at, OnEndpointPorts: true), traffics.ToApiServer);
    }

    // The resolver's further addresses always listen on 53.
    private IEnumerable<(PeerIr Peer, TrafficIr Traffic)> ClusterDns(PolicyRule rule)
    {
        yield return (ResolverPods, traffics.ToResolver(rule.Ports));
        if (facts.Dns.Addresses.Count > 0) yield return (ResolverAddresses, Numbers(Direction.Egress, rule, ResolverAddresses));
    }

    private void AddDnsForHostNames(List<RuleIr> rules)
    {
        if (rules.Find(HasHostName) is not { } cause) return;
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

    private static bool HasHostName(RuleIr rule)
    {
        foreach (var peer in rule.Peers)
        {
            if (peer is PeerIr.HostName) return true;
        }

        return false;
    }

    private void Refuse(string ruleId, Origin origin, string message, string mend) => report(new(ruleId, Severity.Error, message, mend) { Origin = origin });
}
