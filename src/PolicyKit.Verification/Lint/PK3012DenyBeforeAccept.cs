using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Engines.ClusterNetworkPolicy;
using PolicyKit.Verification.Rules;

namespace PolicyKit.Verification.Lint;

/// <summary>The lower number goes first: a Deny there takes back what another object accepts later, and on a level nobody says which acts.</summary>
internal sealed class PK3012DenyBeforeAccept : ManifestRule
{
    public override IEnumerable<LintFinding> Check(LintedManifests manifests)
    {
        foreach (var world in manifests.Worlds)
        {
            var rules = world.Rules.Select(rule => (Rule: rule, Policy: world.Policies.FirstOrDefault(policy => ReferenceEquals(policy.Manifest, rule.Manifest)) as ClusterNetworkPolicyModel)).Where(pair => pair.Policy is not null).ToList();
            foreach (var (deny, first) in rules.Where(pair => pair.Rule.Effect == Effect.Deny))
            {
                var cut = rules.FirstOrDefault(pair => pair.Rule.Effect == Effect.Allow && pair.Rule.Direction == deny.Direction && !ReferenceEquals(pair.Policy, first) && pair.Policy!.Tier == first!.Tier && pair.Policy.Priority >= first.Priority && Overlap(deny, pair.Rule));
                if (cut.Policy is not { } later) continue;
                yield return Finding(
                    RuleCatalogue.PK3012,
                    deny,
                    later.Priority == first!.Priority
                        ? FormattableString.Invariant($"The rule denies what {later.Manifest} accepts at the same priority {first.Priority}, and the API does not say which of the two acts.")
                        : FormattableString.Invariant($"The rule denies at priority {first.Priority} what {later.Manifest} accepts only later, at {later.Priority}."),
                    FormattableString.Invariant($"Give the Deny a number above {later.Priority}, or the Accept one below {first.Priority}."));
            }
        }
    }

    /// <summary>What the Accept asks for is met by a pod and a peer that the Deny holds for too, on some port of both.</summary>
    private static bool Overlap(LintedRule deny, LintedRule accept)
    {
        var world = deny.World;
        if (Test(deny.Block.Subject, accept.Pod, deny) != Truth.True) return false;
        if (world.Decisions.And(world.Conditions.OnTraffic(deny.Written.Traffic, NoEnd, NoEnd), world.Conditions.OnTraffic(accept.Written.Traffic, NoEnd, NoEnd)) == Connecting.Decisions.Never) return false;
        return ExamplePod.Of(accept.Written.Peer, world.Cluster, world.Answers) is { } peer
            ? deny.Holds(peer)
            : accept.Outside.Ranges.Length > 0 && deny.Holds(new Endpoint("outside", Kinds.Outside), accept.Outside.Ranges[0].First);
    }

    private static Connecting.Appearance NoEnd { get; } = Connecting.Appearance.Nowhere(ExamplePod.Nobody);

    private static Truth Test(EndpointPredicate subject, Endpoint pod, LintedRule rule) =>
        subject.Test(new Sight(ExamplePod.Nobody, pod.Addresses[0], pod, pod.Addresses[0], Traffic.Tcp(1), rule.World.Answers), Side.Peer);
}
