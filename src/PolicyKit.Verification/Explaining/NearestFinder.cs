using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Explaining;

/// <summary>
/// Input: a flow, and the walk in which it was denied. Output: the rule that would have allowed it with the least change, and what it lacks.
/// Promise: it is found by testing each condition of the program, so it is the same for every dialect; and where a flow can be made that lacks
/// nothing of it, that flow is allowed, whatever is asked before.
/// </summary>
internal sealed class NearestFinder(DirectionProgram program, Flow flow, Sight sight, Walk walk)
{
    /// <summary>To be another pod for a policy to select weighs more than to talk to another peer.</summary>
    private const int OfSubject = 3;

    public NearestRule? Find()
    {
        if (walk.Rule is { } denying && TooLate(denying) is { } late) return late;
        return walk.Asked
            .Where(one => one.Rule.Effect == Effect.Allow && !one.Rule.Source.IsBuiltIn)
            .Select(one => new Candidate(one.Block, one.Rule, sight))
            .Where(candidate => candidate.Total is not null)
            .OrderBy(candidate => candidate.Total!.Cost).ThenBy(candidate => candidate.Traffic!.Cost)
            .FirstOrDefault(candidate => !IsForestalled(candidate))?.Describe(program.Direction);
    }

    /// <summary>Something that is asked before takes the very flow that the rule is for.</summary>
    private bool IsForestalled(Candidate candidate)
    {
        if (Mended.Of(program.Direction, flow, candidate.Total!) is not { } mended) return false;
        var then = Evaluator.Settled(program.Direction, mended, sight.Answers);
        return candidate.In(then).Total is { IsNone: true } && !Walk.Through(program, then).Allows;
    }

    /// <summary>A rule that allows the flow and is asked only after the one that denies it.</summary>
    private NearestRule? TooLate(Rule denying)
    {
        var rules = from tier in program.Tiers from rank in tier.Ranks from block in rank.Blocks from rule in block.Rules select (block, rule);
        return rules.SkipWhile(one => !ReferenceEquals(one.rule, denying))
            .Where(one => one.rule.Effect == Effect.Allow && !one.rule.Source.IsBuiltIn && new Candidate(one.block, one.rule, sight).Total is { IsNone: true })
            .Select(one => new NearestRule(one.rule.Source, ["everything"], [$"it is asked only after {denying.Source}, which denies"]))
            .FirstOrDefault();
    }

    private sealed class Candidate(Block block, Rule rule, Sight sight)
    {
        private readonly Shortfall? _subject = SubjectOf(block, sight);
        private readonly Shortfall? _peer = Shortfall.Of(rule.Peer, Side.Peer, sight);
        private readonly Shortfall? _own = Shortfall.Of(rule.Own, Side.Subject, sight);

        public Shortfall? Traffic { get; } = Shortfall.Of(rule.Traffic, sight);

        private Shortfall? Rest => Shortfall.All(_peer, _own, Traffic);

        /// <summary>A policy for other pods is near only if it allows the very flow.</summary>
        public Shortfall? Total => _subject is { IsNone: true } || Rest is { IsNone: true } ? Shortfall.All(_subject, Rest) : null;

        public Candidate In(Sight other) => new(block, rule, other);

        public NearestRule Describe(Direction direction)
        {
            var words = new NeedWords(sight, direction);
            return new(rule.Source, words.Matching(rule, _peer!, Traffic!).ToValueArray(), words.Lacking(rule, Total!).ToValueArray()) { Shortfall = Total! };
        }

        /// <summary>Another pod of the namespace that only its labels tell from this one; any farther policy has nothing to do with it.</summary>
        private static Shortfall? SubjectOf(Block block, Sight sight) => Shortfall.Of(block.Subject, Side.Subject, sight) switch
        {
            { IsNone: true } none => none,
            { Needs.Count: 1 } one when one.Needs[0] is Need.OfEnd { Leaf: EndpointPredicate.Label } => one with { Cost = OfSubject },
            _ => null,
        };
    }
}
