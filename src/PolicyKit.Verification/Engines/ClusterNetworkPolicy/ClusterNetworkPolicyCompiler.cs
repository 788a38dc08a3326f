using PolicyKit.Verification.Compiling;
using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Engines.ClusterNetworkPolicy;

/// <summary>
/// Compiles one ClusterNetworkPolicy in one direction; where it is placed is the enforcement's business.
/// INVARIANT (rule index): the block has one rule for each written one, in the same order, because an enforcer may rank by it.
/// </summary>
internal static class ClusterNetworkPolicyCompiler
{
    public static PolicyView Compile(ClusterNetworkPolicyModel policy, Direction direction, ClusterNetworkPolicyWays ways)
    {
        var source = policy.SourceOf(Reading.Place.Root(policy.Manifest));
        var rules = policy.Rules(direction).Select(rule => Compile(policy, rule, direction, ways));
        return new(policy.Name, new(ways.Subject(policy.Subject), rules.ToValueArray(), source), []);
    }

    private static Rule Compile(ClusterNetworkPolicyModel policy, ClusterRule rule, Direction direction, ClusterNetworkPolicyWays ways)
    {
        var source = policy.SourceOf(rule.Place);
        if (!IsSupported(rule))
        {
            // Failing closed, as the API asks: an Accept that cannot be understood admits nobody, a Deny or Pass denies everything.
            return rule.Action == ClusterAction.Accept
                ? new(EndpointPredicate.Never, TrafficPredicate.Always, Effect.Allow, source)
                : new(EndpointPredicate.Always, TrafficPredicate.Always, Effect.Deny, source);
        }

        var traffic = rule.Ports.Count == 0 ? TrafficPredicate.Always : TrafficPredicate.Any(rule.Ports.Select(port => ways.Port(port, direction)));
        return new(EndpointPredicate.Any(rule.Peers.Select(ways.Peer)), traffic, EffectOf(rule.Action), source);
    }

    public static Effect EffectOf(ClusterAction action) => action switch
    {
        ClusterAction.Accept => Effect.Allow,
        ClusterAction.Deny => Effect.Deny,
        ClusterAction.Pass => Effect.Pass,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static bool IsSupported(ClusterRule rule) =>
        rule.Peers.All(peer => peer switch
        {
            ClusterPeer.Namespaces namespaces => namespaces.Selector.IsUnderstood,
            ClusterPeer.Pods pods => pods.Selected.IsUnderstood,
            ClusterPeer.Nodes nodes => nodes.Selector.IsUnderstood,
            ClusterPeer.DomainNames => rule.Action == ClusterAction.Accept,
            ClusterPeer.Networks => true,
            _ => throw new System.Diagnostics.UnreachableException(),
        })
        && rule.Ports.All(port => port is not ClusterPort.Unsupported);
}
