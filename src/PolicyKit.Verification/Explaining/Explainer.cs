using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Explaining;

/// <summary>
/// Input: the program of a direction, a flow, and the answers to open questions. Output: the verdict with its reason. Promise: what is named
/// is what decided, and a rule that is named as the nearest would allow the flow if it were as it says.
/// </summary>
internal sealed class Explainer(DirectionProgram program, Flow flow, Answers answers)
{
    private readonly bool _ingress = program.Direction == Direction.Ingress;

    private Endpoint Subject => _ingress ? flow.To : flow.From;

    public EndExplanation Explain()
    {
        var verdict = Evaluator.Decide(program, flow, answers);
        if (verdict is Verdict.Undefined undefined) return Undecided(undefined);
        if (!Subject.CanBeSubject) return With(verdict, $"{EndWords.Bare(Subject)} is no pod, and policies restrict only pods.");
        if (Evaluator.IsOwnAddress(flow, answers)) return With(verdict, "A pod always reaches itself at its own address.");

        var sight = Evaluator.Settled(program.Direction, flow, answers.ElseNo());
        var walk = Walk.Through(program, sight);
        var restricting = Restricting(sight);
        return With(verdict, ReasonOf(walk, restricting, sight)) with
        {
            RestrictedBy = restricting,
            Rule = walk.Rule?.Source,
            Nearest = verdict is Verdict.Deny ? new NearestFinder(program, flow, sight, walk).Find() : null,
        };
    }

    private EndExplanation With(Verdict verdict, string reason) => new(program.Direction, flow, verdict, reason);

    private EndExplanation Undecided(Verdict.Undefined verdict) =>
        With(verdict, $"The specifications leave open {(verdict.DependsOn.Count == 1 ? "the question on which it depends" : "the questions on which it depends")}, and nothing says how this cluster answers.") with
        {
            Questions = verdict.DependsOn.Select(question => new OpenQuestion(question, If(question, true), If(question, false))).ToValueArray(),
        };

    private Verdict If(Question question, bool answer) => Evaluator.Decide(program, flow, answers.With(question, answer));

    /// <summary>Who holds the end to what rules allow, wherever in the program that is.</summary>
    private ValueArray<Source> Restricting(Sight sight) => program.Tiers.SelectMany(tier => tier.Endings).Concat(program.Endings)
        .Where(ending => Holds(ending.Effect, sight) && ending.Subject.Test(sight, Side.Subject) == Truth.True)
        .Select(ending => ending.Source)
        .DistinctBy(source => source.ToString(), StringComparer.Ordinal)
        .ToValueArray();

    private static bool Holds(EndEffect effect, Sight sight) => effect switch
    {
        EndEffect.Final final => !final.Allows,
        EndEffect.Onward => false,
        EndEffect.Ask ask => Holds(sight.Answers[ask.Question] == true ? ask.IfYes : ask.IfNo, sight),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private string ReasonOf(Walk walk, ValueArray<Source> restricting, Sight sight)
    {
        var onward = walk.Passes.Count == 0 ? "" : $"{Sentences.List([.. walk.Passes.Select(rule => rule.Source.ToString())])} {(walk.Passes.Count == 1 ? "passes" : "pass")} it on, and ";
        return Sentences.Capital(onward + (walk switch
        {
            { Rule: { Source.IsBuiltIn: true } rule } => rule.Source.Title,
            { Rule: { } rule, Allows: true } => $"{rule.Source} allows it",
            { Rule: { } rule } => $"{rule.Source} denies it",
            { Allows: false } => Held(restricting, walk, sight),
            _ => $"no policy restricts the {(_ingress ? "ingress" : "egress")} of {Subject}, and a pod that none restricts {(_ingress ? "accepts" : "reaches")} everything",
        })) + ".";
    }

    private string Held(ValueArray<Source> restricting, Walk walk, Sight sight)
    {
        var rules = walk.Asked.Where(one => !one.Rule.Source.IsBuiltIn && one.Block.Subject.Test(sight, Side.Subject) == Truth.True)
            .Select(one => one.Rule.Source.ToString()).Distinct(StringComparer.Ordinal).Count();
        var who = restricting.Select(source => source.ToString()).ToList();
        var allows = rules switch
        {
            0 => "nothing is allowed there",
            1 => "the one rule for it does not allow this",
            _ => FormattableString.Invariant($"none of the {rules} rules for it allows this"),
        };
        return $"{Sentences.List(who)} {(who.Count == 1 ? "restricts" : "restrict")} the {(_ingress ? "ingress" : "egress")} of {Subject} to what rules allow, and {allows}";
    }
}
