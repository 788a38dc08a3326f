using PolicyKit.Rules;

namespace PolicyKit.Lint;

/// <summary>A need with a name that was declared, where egress is denied and no single rule allows the need on its port, place by place.</summary>
/// <remarks>The API server and DNS have rules of their own (PK1001, PK1002), for they are found in more ways than a rule can be compared in.</remarks>
internal sealed class PK1014UnmetNeed : LintRule
{
    public override void Visit(LintedPolicy policy)
    {
        if (policy.Written.DeclaredNeeds.Count == 0 || policy.Covering is null) return;
        Policy[]? covering = null;
        foreach (var need in policy.Written.DeclaredNeeds)
        {
            if (need is not NamedNeed named) continue;
            covering ??= [.. policy.Set.Coverage.Covering(policy.Written).SelectMany(group => group.Policies).Where(other => other.Egress is not null)];
            if (covering.Length == 0 || covering.Any(HasUnreadEgress)) return;
            foreach (var peer in named.Peers)
            {
                if (!covering.Any(other => Allows(other, named.Port, peer))) Report(policy, named, peer);
            }
        }
    }

    private static void Report(LintedPolicy policy, NamedNeed need, EgressPeer peer) => policy.Report(
        RuleCatalogue.PK1014,
        $"declares that it needs the {need.Name} on {need.Port} at {peer}, and nothing in its set allows it.",
        "Add AllowEgress(…).To(…) for it, or take the need back.");

    private static bool HasUnreadEgress(Policy other) => other.Fragments.Any(fragment => fragment.Direction is Direction.Egress);

    private static bool Allows(Policy other, Port port, EgressPeer peer)
    {
        var asked = new PolicyRule([port], [WithNamespace(peer, other)], null, default);
        return other.Egress!.Any(rule => Containment.Contains(rule with { Peers = rule.Peers.Select(one => WithNamespace(one, other)).ToValueArray() }, asked));
    }

    // The policy's own namespace can be written by its name or without one.
    private static RulePeer WithNamespace(RulePeer peer, Policy policy) => (peer, policy.Namespace) switch
    {
        (NamespacePeer { Scope: NamespaceScope.Own }, { } name) => Dsl.Namespace(name),
        (PodsPeer { Scope: NamespaceScope.Own } pods, { } name) => Dsl.Namespace(name).Pods(pods.Selector),
        (SelfPeer, { } name) => Dsl.Namespace(name).Pods(policy.Subject),
        _ => peer,
    };
}
