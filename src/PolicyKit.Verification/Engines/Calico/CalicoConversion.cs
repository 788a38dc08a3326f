using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Engines.ClusterNetworkPolicy;
using PolicyKit.Verification.Engines.Selectors;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Engines.Calico;

/// <summary>
/// Input: a ClusterNetworkPolicy. Output: the global Calico policy that Calico makes of it. Promise: its peers by namespace also see the
/// network sets there, as they do in Calico, and what Calico cannot convert fails closed.
/// </summary>
internal static class CalicoConversion
{
    /// <summary>Calico ships the standard channel; where somebody installed the experimental one, its peers mean what the API's text says.</summary>
    private static readonly ClusterNetworkPolicyWays Text = new();

    public static CalicoPolicyModel Of(ClusterNetworkPolicyModel policy)
    {
        var subject = new CalicoSubject(Pods(policy.Subject.Pods), policy.Subject.Namespaces is { } namespaces ? Labels(namespaces) : null, null);
        var types = new[] { Direction.Ingress, Direction.Egress }.Where(direction => policy.Rules(direction).Count > 0).ToValueArray();
        return new(policy.Manifest, policy.Tier == ClusterTier.Admin ? CalicoTier.AdminName : CalicoTier.BaselineName, subject, types)
        {
            Order = policy.Priority,
            Ingress = policy.Ingress.SelectMany(rule => Rules(rule, Direction.Ingress)).ToValueArray(),
            Egress = policy.Egress.SelectMany(rule => Rules(rule, Direction.Egress)).ToValueArray(),
        };
    }

    private static IEnumerable<CalicoRule> Rules(ClusterRule rule, Direction direction)
    {
        if (!ClusterNetworkPolicyCompiler.IsSupported(rule)) return rule.Action == ClusterAction.Accept ? [] : [new(Effect.Deny, CalicoEntity.Anything, CalicoEntity.Anything, rule.Place)];
        var effect = ClusterNetworkPolicyCompiler.EffectOf(rule.Action);
        return from port in Ports(rule.Ports)
               from peer in rule.Peers.Select(Peer)
               select direction == Direction.Ingress
                   ? new CalicoRule(effect, peer, CalicoEntity.Anything with { Ports = port.Ports }, rule.Place) { Protocol = port.Protocol }
                   : new CalicoRule(effect, CalicoEntity.Anything, peer with { Ports = port.Ports }, rule.Place) { Protocol = port.Protocol };
    }

    private static CalicoEntity Peer(ClusterPeer peer) => peer switch
    {
        ClusterPeer.Namespaces namespaces => new() { Namespaces = Labels(namespaces.Selector) },
        ClusterPeer.Pods pods => new() { Selector = Pods(pods.Selected.Pods), Namespaces = pods.Selected.Namespaces is { } labels ? Labels(labels) : null },
        ClusterPeer.Networks networks => new() { Nets = networks.Cidrs },
        ClusterPeer.Nodes or ClusterPeer.DomainNames => new() { Foreign = Text.Peer(peer) },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The numbers of each protocol together, and the names, which count for any protocol.</summary>
    private static IEnumerable<(byte? Protocol, CalicoPorts Ports)> Ports(ValueArray<ClusterPort> ports)
    {
        if (ports.Count == 0) return [(null, CalicoPorts.None)];
        var numbers = ports.OfType<ClusterPort.Numbers>()
            .GroupBy(port => port.Protocol)
            .Select(group => ((byte?)CalicoProtocols.NumberOf(group.Key), new CalicoPorts(group.Aggregate(PortSet.Empty, (set, port) => set | port.Ports), [])))
            .Where(group => group.Item2.AreWritten);
        var names = ports.OfType<ClusterPort.Named>().Select(port => port.Name).ToValueArray();
        return names.Count == 0 ? numbers : numbers.Append((null, new(PortSet.Empty, names)));
    }

    private static CalicoSelector Pods(SelectorModel? selector) => CalicoSelector.AllOf(CalicoLabels.IsPod, selector is null ? null : Labels(selector));

    private static CalicoSelector Labels(SelectorModel selector) => CalicoSelector.AllOf(selector.Requirements.Select(Label));

    private static CalicoSelector Label(RequirementModel requirement) => requirement.Operator switch
    {
        SelectorOperator.In => new CalicoSelector.Label(requirement.Key, CalicoOperator.In, requirement.Values),
        SelectorOperator.NotIn => new CalicoSelector.Label(requirement.Key, CalicoOperator.NotIn, requirement.Values),
        SelectorOperator.Exists => new CalicoSelector.Label(requirement.Key, CalicoOperator.Has, []),
        SelectorOperator.DoesNotExist => new CalicoSelector.Not(new CalicoSelector.Label(requirement.Key, CalicoOperator.Has, [])),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
