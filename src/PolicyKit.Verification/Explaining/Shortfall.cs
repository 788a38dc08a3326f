using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Explaining;

/// <summary>One condition that decides about a flow on its own, and what it would have to say.</summary>
internal abstract record Need
{
    private Need()
    {
    }

    /// <summary>A condition on an end.</summary>
    /// <param name="Side">The end.</param>
    /// <param name="Leaf">The condition; never a combination.</param>
    /// <param name="Wanted">Whether it must hold or must not.</param>
    public sealed record OfEnd(Side Side, EndpointPredicate Leaf, bool Wanted) : Need;

    /// <summary>A condition on the traffic.</summary>
    /// <param name="Leaf">The condition; never a combination.</param>
    /// <param name="Wanted">Whether it must hold or must not.</param>
    public sealed record OfTraffic(TrafficPredicate Leaf, bool Wanted) : Need;
}

/// <summary>What a flow lacks to meet a condition: the least of what would have to be different about it.</summary>
/// <remarks>INVARIANT (sufficient): a flow that differs in exactly these respects meets the condition, as long as each can differ without the others.</remarks>
/// <param name="Needs">What would have to be different.</param>
/// <param name="Cost">How much that is: to be something else weighs more than to be labelled otherwise.</param>
internal sealed record Shortfall(ValueArray<Need> Needs, int Cost)
{
    private const int OfKind = 4;
    private const int OfAddress = 2;

    /// <summary>Nothing is lacking.</summary>
    public static Shortfall None { get; } = new([], 0);

    public bool IsNone => Needs.Count == 0;

    /// <summary>What an end lacks; null where no end meets the condition.</summary>
    public static Shortfall? Of(EndpointPredicate condition, Side side, Sight sight, bool wanted = true) => condition switch
    {
        EndpointPredicate.Constant constant => constant.Value == wanted ? None : null,
        EndpointPredicate.Negation not => Of(not.Part, side, sight, !wanted),
        EndpointPredicate.Ask ask => Of(sight.Answers[ask.Question] == true ? ask.IfYes : ask.IfNo, side, sight, wanted),
        EndpointPredicate.Conjunction all => Together(all.Parts.Select(part => Of(part, side, sight, wanted)), every: wanted),
        EndpointPredicate.Disjunction any => Together(any.Parts.Select(part => Of(part, side, sight, wanted)), every: !wanted),
        _ when wanted && HoldsNobody(condition) => null,
        EndpointPredicate.Is or EndpointPredicate.InNamespace or EndpointPredicate.Label or EndpointPredicate.AddressIn or EndpointPredicate.BackendOf or EndpointPredicate.RunsAs or EndpointPredicate.LearnedFor =>
            condition.Test(sight, side) == Truth.True == wanted ? None : new([new Need.OfEnd(side, condition, wanted)], CostOf(condition)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What the traffic lacks; null where no traffic meets the condition.</summary>
    public static Shortfall? Of(TrafficPredicate condition, Sight sight, bool wanted = true) => condition switch
    {
        TrafficPredicate.Constant constant => constant.Value == wanted ? None : null,
        TrafficPredicate.Negation not => Of(not.Part, sight, !wanted),
        TrafficPredicate.Ask ask => Of(sight.Answers[ask.Question] == true ? ask.IfYes : ask.IfNo, sight, wanted),
        TrafficPredicate.Conjunction all => Together(all.Parts.Select(part => Of(part, sight, wanted)), every: wanted),
        TrafficPredicate.Disjunction any => Together(any.Parts.Select(part => Of(part, sight, wanted)), every: !wanted),
        TrafficPredicate.Transports { Destination.IsEmpty: true } or TrafficPredicate.Transports { Source.IsEmpty: true } or TrafficPredicate.Transports { Protocols.IsEmpty: true } when wanted => null,
        TrafficPredicate.Transports or TrafficPredicate.NamedPort or TrafficPredicate.IcmpIs or TrafficPredicate.ProtocolIs or TrafficPredicate.FamilyIs =>
            condition.Test(sight) == Truth.True == wanted ? None : new([new Need.OfTraffic(condition, wanted)], 1),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What is lacking of all of them; null where one cannot be mended.</summary>
    public static Shortfall? All(params IEnumerable<Shortfall?> parts) => Together(parts, every: true);

    private static Shortfall? Together(IEnumerable<Shortfall?> parts, bool every)
    {
        var list = parts.ToList();
        if (!every) return list.OfType<Shortfall>().MinBy(part => part.Cost);
        return list.Contains(null) ? null : new(list.SelectMany(part => part!.Needs).Distinct().ToValueArray(), list.Sum(part => part!.Cost));
    }

    /// <summary>A list without an item can be written, and is met by nobody.</summary>
    private static bool HoldsNobody(EndpointPredicate leaf) => leaf is EndpointPredicate.InNamespace { Names.Count: 0 }
        or EndpointPredicate.Label { Value: LabelTest.In { Values.Count: 0 } }
        or EndpointPredicate.AddressIn { Set.IsEmpty: true }
        or EndpointPredicate.BackendOf { Backends.Count: 0 }
        or EndpointPredicate.RunsAs { Names.Count: 0 };

    private static int CostOf(EndpointPredicate leaf) => leaf switch
    {
        EndpointPredicate.Is => OfKind,
        EndpointPredicate.AddressIn or EndpointPredicate.BackendOf or EndpointPredicate.LearnedFor => OfAddress,
        _ => 1,
    };
}
