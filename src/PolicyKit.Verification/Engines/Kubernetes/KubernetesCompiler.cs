using PolicyKit.Verification.Compiling;
using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Engines.Kubernetes;

/// <summary>Compiles one NetworkPolicy in one direction; where it is placed is the enforcement's business.</summary>
internal static class KubernetesCompiler
{
    /// <summary>The policy in a direction, or null where it says nothing about it and nothing is written there.</summary>
    public static PolicyView? Compile(KubernetesModel policy, Direction direction, KubernetesWays ways)
    {
        var declared = policy.Types.Contains(direction);
        var rules = policy.Rules(direction);
        if (!declared && rules.Count == 0) return null;

        var ns = policy.Namespace ?? "default";
        var subject = ways.Subject(ns, policy.Subject);
        if (!declared) subject &= new EndpointPredicate.Ask(Question.UndeclaredDirection, EndpointPredicate.Always, EndpointPredicate.Never);
        var source = policy.SourceOf(Reading.Place.Root(policy.Manifest));
        var compiled = rules.SelectMany(rule => Compile(policy, rule, direction, ways)).Append(Silences.WithoutPorts);
        if (direction == Direction.Egress) compiled = compiled.Append(Silences.OwnNodeEgress);
        return new($"{ns}/{policy.Name}", new(subject, compiled.ToValueArray(), source), [new(subject, EndEffect.Deny, source)]);
    }

    private static IEnumerable<Rule> Compile(KubernetesModel policy, KubernetesRule rule, Direction direction, KubernetesWays ways)
    {
        var source = policy.SourceOf(rule.Place);
        if (rule.Peers.Count == 0)
        {
            yield return new(EndpointPredicate.Always, Traffic(rule, direction, ways, anyPeer: true), Effect.Allow, source);
            yield break;
        }

        var traffic = Traffic(rule, direction, ways, anyPeer: false);
        yield return new(EndpointPredicate.Any(rule.Peers.Select(peer => ways.Peer(policy.Namespace ?? "default", peer))), traffic, Effect.Allow, source);
    }

    private static TrafficPredicate Traffic(KubernetesRule rule, Direction direction, KubernetesWays ways, bool anyPeer) =>
        rule.Ports.Count == 0 ? TrafficPredicate.Always : TrafficPredicate.Any(rule.Ports.Select(port => ways.Port(port, direction, anyPeer)));
}
