using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Written;

/// <summary>
/// Input: policies as they are written, and the facts of a cluster. Output: what they mean. Promise: nothing of the resolver is used, so
/// that what a resolver loses shows as a difference.
/// </summary>
internal sealed class WrittenCompiler(SimulatedCluster cluster, ClusterProfile profile)
{
    private readonly Meanings _meanings = new(profile);

    public static PolicyProgram Compile(PolicySet set, SimulatedCluster cluster, ClusterProfile profile)
    {
        var compiler = new WrittenCompiler(cluster, profile);
        return new(compiler.Compile(set, Direction.Ingress), compiler.Compile(set, Direction.Egress));
    }

    /// <summary>The flows of a gap as a program that allows exactly them: a gap is written in the same words as a policy.</summary>
    public static DirectionProgram Covering(FlowSet flows, SimulatedCluster cluster, ClusterProfile profile)
    {
        var policy = Policy.ForPods(flows.Subject).InNamespace(flows.Namespace ?? MeaningProgram.DefaultNamespace);
        var rules = new WrittenCompiler(cluster, profile).Rules(policy, new(flows.Ports, flows.Peers, null, default), flows.Direction);
        return MeaningProgram.Exactly(flows.Direction, new(policy.Namespace, policy.Subject, rules, Source.BuiltIn("a declared gap")));
    }

    private DirectionProgram Compile(PolicySet set, Direction direction) =>
        MeaningProgram.Compile(direction, set.Policies.Select(policy => View(policy, direction)).OfType<MeaningView>());

    private MeaningView? View(Policy policy, Direction direction)
    {
        if (policy.Mode == RolloutMode.DryRun || (direction == Direction.Ingress ? policy.Ingress : policy.Egress) is not { } rules) return null;
        var source = Source.Of(policy.Origin, $"policy {policy.Name ?? policy.Subject.ToString()}");
        return new(policy.Namespace, policy.Subject, rules.SelectMany(rule => Rules(policy, rule, direction)), source);
    }

    private IEnumerable<Rule> Rules(Policy policy, PolicyRule rule, Direction direction)
    {
        var source = Source.Of(rule.Origin, $"policy {policy.Name ?? policy.Subject.ToString()}");
        var ports = new WrittenPorts(cluster, direction);
        return rule.Peers.SelectMany(peer => Pairs(policy, rule.Ports, peer, direction, ports)).Select(pair => new Rule(pair.Peer, pair.Traffic, Effect.Allow, source));
    }

    private IEnumerable<(EndpointPredicate Peer, TrafficPredicate Traffic)> Pairs(Policy policy, ValueArray<Port> written, RulePeer peer, Direction direction, WrittenPorts ports) => peer switch
    {
        AnywherePeer => [(EndpointPredicate.Always, ports.Mean(written, anyPeer: true))],
        SelfPeer => [(Pods(policy, Dsl.SameNamespace.Scope, policy.Subject), ports.Mean(written))],
        NamespacePeer namespaces => [(Pods(policy, namespaces.Scope, LabelSelector.Everything), ports.Mean(written))],
        PodsPeer pods => [(Pods(policy, pods.Scope, pods.Selector), ports.Mean(written))],
        NetworkPeer network => [(Meanings.Network(network.Block, network.Exceptions), ports.Mean(written))],
        InternetPeer => [(Meanings.Internet, ports.Mean(written))],
        OutsideClusterPeer => [(Meanings.OutsideCluster, ports.Mean(written))],
        NodesPeer => [(_meanings.Nodes, ports.Mean(written))],
        KubeletPeer => [(Meanings.OwnNode, ports.Mean(written))],
        ApiServerPeer when direction == Direction.Ingress => [(_meanings.ApiServerSource(), ports.Mean(written))],
        ApiServerPeer => ToApiServer(Meanings.ApiServer, written, ports),
        ApiServerAtPeer at => ToApiServer(Meanings.ApiServerAt(at.Addresses), written, ports),
        HostNamePeer host => ToResolver([Port.Dns], ports).Prepend((Meanings.HostName(host.Pattern), ports.Mean(written))),
        ClusterDnsPeer => ToResolver(written, ports),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Whoever looks before translation sees the Service on 443 where the written port is the API server's own.</summary>
    private IEnumerable<(EndpointPredicate, TrafficPredicate)> ToApiServer(EndpointPredicate apiServer, ValueArray<Port> written, WrittenPorts ports)
    {
        yield return (apiServer, ports.Mean(written, apiServer: profile.ApiServer.Ports ?? [443, 6443]));
        if (written.Contains(Port.ApiServer)) yield return (_meanings.ApiServerService, ports.Mean([Port.Https]));
    }

    /// <summary>The resolver's pods listen where the profile says, its further addresses always on 53.</summary>
    private IEnumerable<(EndpointPredicate, TrafficPredicate)> ToResolver(ValueArray<Port> written, WrittenPorts ports) =>
        [(_meanings.ResolverPods, ports.Mean(written, dns: profile.Dns.Port)), (_meanings.ResolverAddresses, ports.Mean(written))];

    private static EndpointPredicate Pods(Policy policy, NamespaceScope scope, LabelSelector selector) =>
        Meanings.Pods(policy.Namespace ?? MeaningProgram.DefaultNamespace, scope, selector);
}
