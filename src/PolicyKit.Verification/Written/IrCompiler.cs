using PolicyKit.Ir;
using PolicyKit.Verification.Compiling;
using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Written;

/// <summary>Input: the intermediate form. Output: what it means. It stands between the written policies and the engines, so a difference says which half is wrong.</summary>
internal sealed class IrCompiler(SimulatedCluster cluster, ClusterProfile profile)
{
    private readonly Meanings _meanings = new(profile);

    public static PolicyProgram Compile(PolicyIr ir, SimulatedCluster cluster)
    {
        var compiler = new IrCompiler(cluster, ir.Facts);
        return new(compiler.Compile(ir, Direction.Ingress), compiler.Compile(ir, Direction.Egress));
    }

    private DirectionProgram Compile(PolicyIr ir, Direction direction) =>
        MeaningProgram.Compile(direction, ir.Policies.Select(policy => View(policy, direction)).OfType<MeaningView>());

    private MeaningView? View(PolicyEntry policy, Direction direction)
    {
        if (policy.Mode == RolloutMode.DryRun || policy.Section(direction) is not { } section) return null;
        return new(policy.Subject.Namespace, policy.Subject.Pods, section.Rules.SelectMany(rule => Rules(policy, rule, direction)), Source.Of(policy.Origin, $"policy {policy.Id}"));
    }

    private IEnumerable<Rule> Rules(PolicyEntry policy, RuleIr rule, Direction direction)
    {
        var source = Source.Of(rule.Origin, $"policy {policy.Id}");
        foreach (var peer in rule.Peers)
        {
            yield return new(Peer(policy, peer, direction), Traffic(rule.Traffic, direction, peer is PeerIr.Anywhere), Effect.Allow, source);
            if (peer is PeerIr.ApiServer { OnEndpointPorts: true }) yield return new(_meanings.ApiServerService, Silences.Range(Protocol.Tcp, 443, 443), Effect.Allow, source);
        }
    }

    private EndpointPredicate Peer(PolicyEntry policy, PeerIr peer, Direction direction) => peer switch
    {
        PeerIr.Anywhere => EndpointPredicate.Always,
        PeerIr.Pods pods => Meanings.Pods(policy.Subject.Namespace ?? MeaningProgram.DefaultNamespace, pods.Scope, pods.Selector),
        PeerIr.Network network => Meanings.Network(network.Block, network.Except),
        PeerIr.Internet => Meanings.Internet,
        PeerIr.OutsideCluster => Meanings.OutsideCluster,
        PeerIr.Nodes => _meanings.Nodes,
        PeerIr.Kubelet => Meanings.OwnNode,
        PeerIr.ApiServer { At: { } at } when direction == Direction.Egress => Meanings.ApiServerAt(at),
        PeerIr.ApiServer => Meanings.ApiServer,
        PeerIr.HostName host => Meanings.HostName(host.Pattern),
        PeerIr.ResolverPods => _meanings.ResolverPods,
        PeerIr.ResolverAddresses => _meanings.ResolverAddresses,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private TrafficPredicate Traffic(TrafficIr traffic, Direction direction, bool anyPeer) => traffic switch
    {
        TrafficIr.Everything => TrafficPredicate.Always,
        TrafficIr.Some some => TrafficPredicate.Any(some.Ports.Select(port => Of(port, direction, anyPeer))),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private TrafficPredicate Of(PortIr port, Direction direction, bool anyPeer) => port switch
    {
        PortIr.Whole whole => Silences.Whole(whole.Protocol),
        PortIr.Range range => Silences.Range(range.Protocol, (ushort)range.First, (ushort)range.Last),
        PortIr.Named named => Silences.Named(cluster, named.Protocol, named.Name, direction, anyPeer),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
