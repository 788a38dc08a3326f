namespace PolicyKit.Verification.Deciding;

public abstract partial record TrafficPredicate
{
    /// <summary>Holds always or never.</summary>
    /// <param name="Value">Which of the two.</param>
    public sealed record Constant(bool Value) : TrafficPredicate
    {
        internal override Truth Test(Sight sight) => Value ? Truth.True : Truth.False;
    }

    /// <summary>Holds when every part does.</summary>
    /// <param name="Parts">The parts.</param>
    public sealed record Conjunction(ValueArray<TrafficPredicate> Parts) : TrafficPredicate
    {
        internal override Truth Test(Sight sight)
        {
            var result = Truth.True;
            foreach (var part in Parts.AsSpan())
            {
                var truth = part.Test(sight);
                if (truth == Truth.False) return Truth.False;
                if (truth == Truth.Open) result = Truth.Open;
            }

            return result;
        }
    }

    /// <summary>Holds when a part does.</summary>
    /// <param name="Parts">The parts.</param>
    public sealed record Disjunction(ValueArray<TrafficPredicate> Parts) : TrafficPredicate
    {
        internal override Truth Test(Sight sight)
        {
            var result = Truth.False;
            foreach (var part in Parts.AsSpan())
            {
                var truth = part.Test(sight);
                if (truth == Truth.True) return Truth.True;
                if (truth == Truth.Open) result = Truth.Open;
            }

            return result;
        }
    }

    /// <summary>Holds when its part does not.</summary>
    /// <param name="Part">The part.</param>
    public sealed record Negation(TrafficPredicate Part) : TrafficPredicate
    {
        internal override Truth Test(Sight sight) => Part.Test(sight) switch
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
    public sealed record Ask(Question Question, TrafficPredicate IfYes, TrafficPredicate IfNo) : TrafficPredicate
    {
        internal override Truth Test(Sight sight)
        {
            if (sight.Answers[Question] is { } answer) return (answer ? IfYes : IfNo).Test(sight);
            var yes = IfYes.Test(sight);
            var no = IfNo.Test(sight);
            if (yes == no && yes != Truth.Open) return yes;
            sight.Pending = Question;
            return Truth.Open;
        }
    }
}
