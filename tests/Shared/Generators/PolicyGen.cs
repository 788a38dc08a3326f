using FsCheck;
using FsCheck.Fluent;

namespace PolicyKit.Tests.Generators;

/// <summary>Random policies and sets: overlapping selectors, both directions, empty sections, orders, reasons, default denies and dry runs.</summary>
public static class PolicyGen
{
    /// <summary>One policy without a name and a namespace.</summary>
    public static Gen<Policy> Policies(PolicyShape shape)
    {
        var verbs = Verbs(shape);
        return from subject in Gen.Frequency((1, Gen.Constant(LabelSelector.Everything)), (4, World.PodSelectors))
               from governs in Gen.Elements(Directions.Ingress, Directions.Egress, Directions.Both)
               from order in Gen.Frequency((3, Gen.Constant<int?>(null)), (1, Gen.Elements<int?>(0, 400, 2000)))
               from count in Gen.Choose(0, 4)
               from rules in verbs.ArrayOf(count)
               select rules.Where(rule => governs.HasFlag(rule.Direction)).Aggregate(Start(subject, governs, order), (policy, rule) => rule.Apply(policy));
    }

    /// <summary>One to four policies of distinct names, in one to three namespaces; at times with a default deny, at times rehearsed.</summary>
    public static Gen<PolicySet> Sets(PolicyShape shape) =>
        from count in Gen.Choose(1, 4)
        from policies in Policies(shape).Zip(Places(shape)).ArrayOf(count)
        from modes in Gen.Choose(0, 5).ArrayOf(count)
        from deny in Gen.Elements<Directions?>(null, null, Directions.Ingress, Directions.Egress, Directions.Both)
        select Set(policies, shape.DryRun ? modes : [], deny);

    /// <summary>Sets with a shrinker: fewer entries, then fewer rules.</summary>
    public static Arbitrary<PolicySet> Arbitrary(PolicyShape shape) => Arb.From(Sets(shape), Rewrite.Smaller);

    private static Gen<string?> Places(PolicyShape shape) =>
        Gen.Elements<string?>([.. World.Namespaces, .. shape.WithoutNamespace ? new string?[] { null } : []]);

    private static PolicySet Set((Policy Policy, string? Namespace)[] policies, int[] modes, Directions? deny)
    {
        PolicySet set = [.. policies.Select((drawn, i) => Place(drawn.Policy.Named($"p{i}"), drawn.Namespace))];
        if (deny is { } directions) set = set.WithDefaultDeny(World.Namespaces[0], directions);
        return [.. set.SelectMany((entry, i) => (PolicySet)(i < modes.Length && modes[i] == 0 ? PolicySet.Of(entry).InMode(RolloutMode.DryRun) : [entry]))];
    }

    private static Policy Place(Policy policy, string? name) => name is null ? policy : policy.InNamespace(name);

    private static Policy Start(LabelSelector subject, Directions governs, int? order)
    {
        var policy = Policy.ForPods(subject);
        if (governs.HasFlag(Directions.Ingress)) policy = policy.DenyIngressByDefault();
        if (governs.HasFlag(Directions.Egress)) policy = policy.DenyEgressByDefault();
        return order is { } rank ? policy.WithOrder(rank) : policy;
    }

    private static Gen<Verb> Verbs(PolicyShape shape)
    {
        var destinations = shape.HostNames ? Gen.Frequency((24, PeerGen.Destinations), (1, PeerGen.HostNames)) : PeerGen.Destinations;
        return Gen.Frequency(
            (5, Rules(PeerGen.EitherEnd, shape).Select(rule => new Verb(Directions.Ingress, policy => Ingress(policy, rule)))),
            (5, Rules(destinations, shape).Select(rule => new Verb(Directions.Egress, policy => Egress(policy, rule)))),
            (1, PortGen.Any.Select(port => new Verb(Directions.Ingress, policy => policy.AllowIngress(port).FromKubelet()))),
            (1, Gen.Elements(new Verb(Directions.Egress, policy => policy.AllowClusterDns()), new Verb(Directions.Egress, policy => policy.AllowApiServer()))));
    }

    private static Gen<Drawn<T>> Rules<T>(Gen<T> peers, PolicyShape shape)
        where T : EgressPeer =>
        from peerCount in Gen.Choose(1, 3)
        from all in peers.ArrayOf(peerCount)
        from portCount in Gen.Choose(1, 4)
        from unaskable in Gen.Frequency((24, Gen.Constant(false)), (1, Gen.Constant(shape.UnaskableNames)))
        from ports in (unaskable || all.All(PeerGen.HasNames) ? PortGen.Any : PortGen.Unnamed).ArrayOf(portCount)
        from because in Gen.Elements<string?>(null, null, "readiness", "scrapes /metrics: all of it")
        select new Drawn<T>(ports, all, because);

    private static Policy Ingress(Policy policy, Drawn<Peer> rule)
    {
        var clause = policy.AllowIngress(rule.Ports);
        return (rule.Because is null ? clause : clause.Because(rule.Because)).From(rule.Peers);
    }

    private static Policy Egress(Policy policy, Drawn<EgressPeer> rule)
    {
        var clause = policy.AllowEgress(rule.Ports);
        return (rule.Because is null ? clause : clause.Because(rule.Because)).To(rule.Peers);
    }

    private sealed record Drawn<T>(Port[] Ports, T[] Peers, string? Because);

    private sealed record Verb(Directions Direction, Func<Policy, Policy> Apply);
}
