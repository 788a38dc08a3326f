using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Explaining;

/// <summary>
/// Input: a program, and a flow with every question answered. Output: what decided, and which rules were asked before it. Promise: it
/// decides as <see cref="Evaluator"/> does, which a test holds it to; it only remembers more.
/// </summary>
internal sealed class Walk
{
    private static readonly Effect[] Strictness = [Effect.Deny, Effect.Allow, Effect.AllowIfLayer7, Effect.Pass];

    private readonly Sight _sight;
    private readonly List<(Block Block, Rule Rule)> _asked = [];

    private Walk(DirectionProgram program, Sight sight)
    {
        _sight = sight;
        foreach (var tier in program.Tiers)
        {
            if (Through(tier)) return;
        }

        Hold(program.Endings);
    }

    public bool Allows { get; private set; }

    /// <summary>The rule that decided; null where an ending did.</summary>
    public Rule? Rule { get; private set; }

    /// <summary>The ending that decided; null where a rule did.</summary>
    public Ending? Ending { get; private set; }

    /// <summary>The rules that sent the flow on to the next tier.</summary>
    public List<Rule> Passes { get; } = [];

    /// <summary>The rules that were asked and did not match, in order; if one of them had allowed the flow, it would be allowed.</summary>
    public IReadOnlyList<(Block Block, Rule Rule)> Asked => _asked;

    public static Walk Through(DirectionProgram program, Sight sight) => new(program, sight);

    /// <summary>Whether the tier decided.</summary>
    private bool Through(Tier tier)
    {
        foreach (var rank in tier.Ranks)
        {
            var found = Found(rank);
            if (found.Count == 0) continue;
            var first = _sight.Answers[Question.EqualRank] == true ? found[0] : found.MinBy(rule => Array.IndexOf(Strictness, rule.Effect))!;
            if (first.Effect == Effect.Pass)
            {
                Passes.Add(first);
                return false;
            }

            Rule = first;
            Allows = first.Effect == Effect.Allow || (first.Effect == Effect.AllowIfLayer7 && _sight.Answers[Question.Layer7] == true);
            return true;
        }

        return Hold(tier.Endings);
    }

    /// <summary>The first rule that matches of each block. What else is asked in the same rank is an alternative, and would decide nothing.</summary>
    private List<Rule> Found(Rank rank)
    {
        var found = new List<Rule>();
        var asked = new List<(Block, Rule)>();
        foreach (var block in rank.Blocks)
        {
            foreach (var rule in block.Rules)
            {
                if (rule.Effect == Effect.Continue) continue;
                if (block.Subject.Test(_sight, Side.Subject) != Truth.True || !Matches(rule)) asked.Add((block, rule));
                else
                {
                    found.Add(rule);
                    break;
                }
            }
        }

        _asked.AddRange(found.Count == 0 ? asked : found.Count == 1 ? asked.Where(one => one.Item1.Rules.Any(rule => ReferenceEquals(rule, found[0]))) : []);
        return found;
    }

    private bool Matches(Rule rule) =>
        rule.Traffic.Test(_sight) == Truth.True && rule.Peer.Test(_sight, Side.Peer) == Truth.True && rule.Own.Test(_sight, Side.Subject) == Truth.True;

    private bool Hold(ValueArray<Ending> endings)
    {
        foreach (var ending in endings)
        {
            if (ending.Subject.Test(_sight, Side.Subject) != Truth.True) continue;
            if (Settle(ending.Effect) is not EndEffect.Final final) return false;
            Allows = final.Allows;
            Ending = ending;
            return true;
        }

        return false;
    }

    private EndEffect Settle(EndEffect effect)
    {
        while (effect is EndEffect.Ask ask) effect = _sight.Answers[ask.Question] == true ? ask.IfYes : ask.IfNo;
        return effect;
    }
}
