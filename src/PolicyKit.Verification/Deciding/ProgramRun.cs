namespace PolicyKit.Verification.Deciding;

/// <summary>One walk through a program for one sight. Gives up (null) where a test depends on an open question; the caller then decides it both ways.</summary>
internal sealed class ProgramRun(DirectionProgram program, Sight sight)
{
    /// <summary>Which of several equal effects comes first where a Deny goes before an Accept before a Pass.</summary>
    private static readonly Effect[] Strictness = [Effect.Deny, Effect.Allow, Effect.AllowIfLayer7, Effect.Pass];

    private static readonly List<Match> Nothing = [];

    private readonly List<Source> _trace = [];

    public Outcome? Decide() => FromTier(0);

    private Outcome? FromTier(int index)
    {
        for (; index < program.Tiers.Count; index++)
        {
            var tier = program.Tiers[index];
            foreach (var rank in tier.Ranks.AsSpan())
            {
                if (Found(rank) is not { } found) return null;
                if (found.Count == 0) continue;
                return found.Count == 1 ? Act(found[0], index) : Choose(found, index);
            }

            if (Held(tier.Endings) is not { } held) return null;
            if (held is EndEffect.Final final) return new Outcome.Leaf(final.Allows, Trace());
        }

        return Held(program.Endings) switch
        {
            EndEffect.Final final => new Outcome.Leaf(final.Allows, Trace()),
            null => null,
            _ => throw new InvalidOperationException("A program must end with an ending that holds every endpoint."),
        };
    }

    /// <summary>The different effects that blocks of a rank have, each with where it comes from; null where a question is open.</summary>
    private List<Match>? Found(Rank rank)
    {
        List<Match>? found = null;
        foreach (var block in rank.Blocks.AsSpan())
        {
            var selected = block.Subject.Test(sight, Side.Subject);
            if (selected == Truth.False) continue;
            foreach (var rule in block.Rules.AsSpan())
            {
                var matched = And(rule.Traffic.Test(sight), rule, selected);
                if (matched == Truth.False) continue;
                if (matched == Truth.Open) return null;
                if (rule.Effect == Effect.Continue)
                {
                    _trace.Add(rule.Source);
                    continue;
                }

                found ??= [];
                if (!found.Exists(match => match.Effect == rule.Effect)) found.Add(new(rule.Effect, rule.Source));
                break;
            }
        }

        return found ?? Nothing;
    }

    private Truth And(Truth traffic, Rule rule, Truth selected)
    {
        if (traffic == Truth.False) return Truth.False;
        var peer = rule.Peer.Test(sight, Side.Peer);
        if (peer == Truth.False) return Truth.False;
        var own = rule.Own.Test(sight, Side.Subject);
        if (own == Truth.False) return Truth.False;
        return traffic == Truth.True && peer == Truth.True && own == Truth.True && selected == Truth.True ? Truth.True : Truth.Open;
    }

    private Outcome? Act(Match match, int tier)
    {
        _trace.Add(match.Source);
        return match.Effect switch
        {
            Effect.Allow => new Outcome.Leaf(true, Trace()),
            Effect.Deny => new Outcome.Leaf(false, Trace()),
            Effect.AllowIfLayer7 when sight.Answers[Question.Layer7] is { } answer => new Outcome.Leaf(answer, Trace()),
            Effect.AllowIfLayer7 => Outcome.Of(Question.Layer7, [new Outcome.Leaf(true, Trace()), new Outcome.Leaf(false, Trace())]),
            Effect.Pass => FromTier(tier + 1),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private Outcome? Choose(List<Match> found, int tier)
    {
        switch (sight.Answers[Question.EqualRank])
        {
            case true: return Act(found[0], tier);
            case false: return Act(found.MinBy(match => Array.IndexOf(Strictness, match.Effect))!, tier);
            default:
                var children = new List<Outcome>();
                foreach (var match in found)
                {
                    var mark = _trace.Count;
                    if (Act(match, tier) is not { } child) return null;
                    children.Add(child);
                    _trace.RemoveRange(mark, _trace.Count - mark);
                }

                return Outcome.Of(Question.EqualRank, children);
        }
    }

    /// <summary>What the first ending that holds does, <see cref="EndEffect.NextTier"/> without one; null where a question is open.</summary>
    private EndEffect? Held(ValueArray<Ending> endings)
    {
        EndEffect? first = null;
        foreach (var ending in endings.AsSpan())
        {
            var holds = ending.Subject.Test(sight, Side.Subject);
            if (holds == Truth.False) continue;
            if (first is not null)
            {
                // Further endings decide nothing; those that would do the same are named as reasons too.
                if (holds == Truth.True && ending.Effect == first) _trace.Add(ending.Source);
                continue;
            }

            if (holds == Truth.Open || Settle(ending.Effect) is not { } effect) return null;
            first = effect;
            _trace.Add(ending.Source);
        }

        return first ?? EndEffect.NextTier;
    }

    private EndEffect? Settle(EndEffect effect)
    {
        while (effect is EndEffect.Ask ask)
        {
            if (sight.Answers[ask.Question] is not { } answer)
            {
                sight.Pending = ask.Question;
                return null;
            }

            effect = answer ? ask.IfYes : ask.IfNo;
        }

        return effect;
    }

    private ValueArray<Source> Trace() => _trace.ToValueArray();

    private sealed record Match(Effect Effect, Source Source);
}
