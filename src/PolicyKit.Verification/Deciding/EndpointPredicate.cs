namespace PolicyKit.Verification.Deciding;

/// <summary>A condition on one end of a flow, able to ask where a specification is silent.</summary>
/// <remarks>The hierarchy is closed. Combine with <c>&amp;</c>, <c>|</c> and <c>!</c>, which leave constants out.</remarks>
public abstract partial record EndpointPredicate
{
    private protected EndpointPredicate()
    {
    }

    /// <summary>Holds for every endpoint.</summary>
    public static EndpointPredicate Always { get; } = new Constant(true);

    /// <summary>Holds for no endpoint.</summary>
    public static EndpointPredicate Never { get; } = new Constant(false);

    internal abstract Truth Test(Sight sight, Side side);

    /// <summary>Every one of some conditions.</summary>
    /// <param name="parts">The conditions.</param>
    /// <returns>The conjunction; <see cref="Always"/> of none.</returns>
    public static EndpointPredicate All(params IEnumerable<EndpointPredicate> parts)
    {
        var kept = Parts.Of(parts, static part => (part as Conjunction)?.Parts, Always);
        return kept.Contains(Never) ? Never : kept switch { [] => Always, [var only] => only, _ => new Conjunction(kept.ToValueArray()) };
    }

    /// <summary>At least one of some conditions.</summary>
    /// <param name="parts">The conditions.</param>
    /// <returns>The disjunction; <see cref="Never"/> of none.</returns>
    public static EndpointPredicate Any(params IEnumerable<EndpointPredicate> parts)
    {
        var kept = Parts.Of(parts, static part => (part as Disjunction)?.Parts, Never);
        return kept.Contains(Always) ? Always : kept switch { [] => Never, [var only] => only, _ => new Disjunction(kept.ToValueArray()) };
    }

    /// <summary>Both conditions.</summary>
    /// <param name="left">A condition.</param>
    /// <param name="right">Another condition.</param>
    /// <returns>The conjunction.</returns>
    public static EndpointPredicate operator &(EndpointPredicate left, EndpointPredicate right) => All(left, right);

    /// <summary>Either condition.</summary>
    /// <param name="left">A condition.</param>
    /// <param name="right">Another condition.</param>
    /// <returns>The disjunction.</returns>
    public static EndpointPredicate operator |(EndpointPredicate left, EndpointPredicate right) => Any(left, right);

    /// <summary>The opposite condition.</summary>
    /// <param name="part">A condition.</param>
    /// <returns>The negation.</returns>
    public static EndpointPredicate operator !(EndpointPredicate part) => part switch
    {
        Constant constant => constant.Value ? Never : Always,
        Negation negation => negation.Part,
        _ => new Negation(part),
    };
}
