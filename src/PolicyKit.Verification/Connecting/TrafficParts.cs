using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Connecting;

/// <summary>What a condition on traffic looks at beyond the traffic: names that an end declares, and the family of the addresses.</summary>
internal static class TrafficParts
{
    public static bool LooksAtEnds(TrafficPredicate traffic) => Leaves(traffic).Any(leaf => leaf is TrafficPredicate.NamedPort or TrafficPredicate.FamilyIs);

    /// <summary>The names that an end declares; whose they are is said by each.</summary>
    public static IEnumerable<TrafficPredicate.NamedPort> NamedPorts(TrafficPredicate traffic) => Leaves(traffic).OfType<TrafficPredicate.NamedPort>();

    private static IEnumerable<TrafficPredicate> Leaves(TrafficPredicate traffic) => traffic switch
    {
        TrafficPredicate.Conjunction conjunction => conjunction.Parts.SelectMany(Leaves),
        TrafficPredicate.Disjunction disjunction => disjunction.Parts.SelectMany(Leaves),
        TrafficPredicate.Negation negation => Leaves(negation.Part),
        TrafficPredicate.Ask ask => Leaves(ask.IfYes).Concat(Leaves(ask.IfNo)),
        TrafficPredicate.Constant or TrafficPredicate.Transports or TrafficPredicate.NamedPort or TrafficPredicate.IcmpIs or TrafficPredicate.ProtocolIs or TrafficPredicate.FamilyIs => [traffic],
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
