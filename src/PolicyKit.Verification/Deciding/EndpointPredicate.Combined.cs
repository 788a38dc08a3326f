namespace PolicyKit.Verification.Deciding;

public abstract partial record EndpointPredicate
{
    /// <summary>Holds always or never.</summary>
    /// <param name="Value">Which of the two.</param>
    public sealed record Constant(bool Value) : EndpointPredicate
    {
        internal override Truth Test(Sight sight, Side side) => Value ? Truth.True : Truth.False;
    }

    /// <summary>Holds when every part does.</summary>
    /// <param name="Parts">The parts.</param>
    public sealed record Conjunction(ValueArray<EndpointPredicate> Parts) : EndpointPredicate
    {
        internal override Truth Test(Sight sight, Side side)
        {
            var result = Truth.True;
            foreach (var part in Parts.AsSpan())
            {
                var truth = part.Test(sight, side);
                if (truth == Truth.False) return Truth.False;
                if (truth == Truth.Open) result = Truth.Open;
            }

            return result;
        }
    }

    /// <summary>Holds when a part does.</summary>
    /// <param name="Parts">The parts.</param>
    public sealed record Disjunction(ValueArray<EndpointPredicate> Parts) : EndpointPredicate
    {
        internal override Truth Test(Sight sight, Side side)
        {
            var result = Truth.False;
            foreach (var part in Parts.AsSpan())
            {
                var truth = part.Test(sight, side);
                if (truth == Truth.True) return Truth.True;
                if (truth == Truth.Open) result = Truth.Open;
            }

            return result;
        }
    }

    /// <summary>Holds when its part does not.</summary>
    /// <param name="Part">The part.</param>
    public sealed record Negation(EndpointPredicate Part) : EndpointPredicate
    {
        internal override Truth Test(Sight sight, Side side) => Part.Test(sight, side) switch
        {
            Truth.True => Truth.False,
            Truth.False => Truth.True,
            _ => Truth.Open,
        };
    }

    /// <summary>Depends on an open question.</summary>
    /// <param name="Question">The question.</param>
    /// <param name="IfYes">What must hold if it is answered with yes.</param>
    /// <param name="IfNo">What must hold if it is answered with no.</param>
    public sealed record Ask(Question Question, EndpointPredicate IfYes, EndpointPredicate IfNo) : EndpointPredicate
    {
        internal override Truth Test(Sight sight, Side side)
        {
            if (sight.Answers[Question] is { } answer) return (answer ? IfYes : IfNo).Test(sight, side);
            var yes = IfYes.Test(sight, side);
            var no = IfNo.Test(sight, side);
            if (yes == no && yes != Truth.Open) return yes;
            sight.Pending = Question;
            return Truth.Open;
        }
    }
}
