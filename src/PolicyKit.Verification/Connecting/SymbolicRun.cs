using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Connecting;

/// <summary>
/// Input: a program, a class of subjects, and a class of peers. Output: the traffic that is allowed, as a decision over all ports and all open
/// questions at once. Promise: it says for each port what the concrete evaluator says; tests compare the two.
/// </summary>
internal sealed class SymbolicRun(ColumnProgram program, Decisions decisions, Func<TrafficPredicate, int> traffic, int subject, int peer)
{
    /// <summary>Which of several equal effects comes first where a Deny goes before an Accept before a Pass.</summary>
    private static readonly Effect[] Strictness = [Effect.Deny, Effect.Allow, Effect.AllowIfLayer7, Effect.Pass];

    private int _allowed;

    public int Allowed() => FromTier(0, Decisions.Always);

    private int FromTier(int index, int region)
    {
        var allowed = Decisions.Never;
        for (; index < program.Tiers.Length && region != Decisions.Never; index++)
        {
            var tier = program.Tiers[index];
            foreach (var rank in tier.Ranks)
            {
                var found = Found(rank, region);
                if (found.Any == Decisions.Never) continue;
                allowed = decisions.Or(allowed, Act(found, 0, found.Any, [], index));
                region = decisions.Without(region, found.Any);
            }

            region = Held(tier.Endings, region);
            allowed = decisions.Or(allowed, _allowed);
        }

        Held(program.Endings, region);
        return decisions.Or(allowed, _allowed);
    }

    /// <summary>For each effect the traffic for which some block of the rank has it, and the traffic for which the first block that matches has it.</summary>
    private Matches Found(ColumnBlock[] rank, int region)
    {
        var matches = new Matches();
        foreach (var block in rank)
        {
            var left = decisions.And(region, block.Subject[subject]);
            var before = matches.Any;
            foreach (var rule in block.Rules)
            {
                if (left == Decisions.Never) break;
                if (rule.Peer[peer] == Decisions.Never || rule.Effect == Effect.Continue) continue;
                var matched = decisions.And(decisions.And(left, traffic(rule.Traffic)), decisions.And(rule.Peer[peer], rule.Own[subject]));
                if (matched == Decisions.Never) continue;
                left = decisions.Without(left, matched);
                ref var some = ref matches.Some[(int)rule.Effect];
                some = decisions.Or(some, matched);
                ref var first = ref matches.First[(int)rule.Effect];
                first = decisions.Or(first, decisions.Without(matched, before));
                matches.Any = decisions.Or(matches.Any, matched);
            }
        }

        return matches;
    }

    /// <summary>Divides the traffic by the effects that met it, and lets them act: one by itself, several by the question of equal rank.</summary>
    private int Act(Matches found, int next, int region, ReadOnlySpan<Effect> met, int tier)
    {
        if (region == Decisions.Never) return Decisions.Never;
        if (next < Strictness.Length)
        {
            var effect = Strictness[next];
            var hit = decisions.And(region, found.Some[(int)effect]);
            var with = Act(found, next + 1, hit, [.. met, effect], tier);
            return decisions.Or(with, Act(found, next + 1, decisions.Without(region, hit), met, tier));
        }

        if (met.Length == 1) return Act(met[0], region, tier);
        int most = Decisions.Never, least = region, first = Decisions.Never;
        foreach (var effect in met)
        {
            var alone = Act(effect, region, tier);
            most = decisions.Or(most, alone);
            least = decisions.And(least, alone);
            first = decisions.Or(first, decisions.And(alone, found.First[(int)effect]));
        }

        // While the question is open the verdict depends on it exactly where not all effects come to the same.
        return decisions.IsOpen(Question.EqualRank) ? decisions.Ask(Question.EqualRank, most, least) : decisions.Ask(Question.EqualRank, first, Act(met[0], region, tier));
    }

    private int Act(Effect effect, int region, int tier) => effect switch
    {
        Effect.Allow => region,
        Effect.Deny => Decisions.Never,
        Effect.AllowIfLayer7 => decisions.Ask(Question.Layer7, region, Decisions.Never),
        Effect.Pass => FromTier(tier + 1, region),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Lets endings act on the traffic that no rule met; what they allow is left in <see cref="_allowed"/>, what goes on is returned.</summary>
    private int Held(ColumnEnding[] endings, int region)
    {
        _allowed = Decisions.Never;
        var onward = Decisions.Never;
        foreach (var ending in endings)
        {
            var held = decisions.And(region, ending.Subject[subject]);
            region = decisions.Without(region, held);
            onward = decisions.Or(onward, Settle(ending.Effect, held));
        }

        return decisions.Or(region, onward);
    }

    private int Settle(EndEffect effect, int held)
    {
        if (held == Decisions.Never) return Decisions.Never;
        switch (effect)
        {
            case EndEffect.Onward: return held;
            case EndEffect.Final final:
                if (final.Allows) _allowed = decisions.Or(_allowed, held);
                return Decisions.Never;
            case EndEffect.Ask ask:
                return decisions.Or(Settle(ask.IfYes, decisions.Ask(ask.Question, held, Decisions.Never)), Settle(ask.IfNo, decisions.Ask(ask.Question, Decisions.Never, held)));
            default: throw new System.Diagnostics.UnreachableException();
        }
    }

    private sealed class Matches
    {
        private static readonly int Effects = Enum.GetValues<Effect>().Length;

        public int[] Some { get; } = new int[Effects];

        public int[] First { get; } = new int[Effects];

        public int Any { get; set; }
    }
}
