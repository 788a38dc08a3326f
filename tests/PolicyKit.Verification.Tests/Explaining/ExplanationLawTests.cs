using FsCheck;
using FsCheck.Fluent;
using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Explaining;
using PolicyKit.Verification.Tests.Deciding;
using PolicyKit.Verification.Tests.Written;

namespace PolicyKit.Verification.Tests.Explaining;

/// <summary>
/// An explanation is true: what it names decides, without it something else decides, and what it says is lacking is all that is lacking. On
/// random policies, as they are written, as each engine's manifests say them, and mixed by hand; on every flow of the small cluster.
/// </summary>
internal sealed class ExplanationLawTests
{
    private static readonly IReadOnlyList<Flow> Flows = [.. Worlds.Flows];

    private static readonly Gen<Judge> Written = AgreementTests.ASet.Generator.Select(set => Judge.Of(set, Worlds.Small, AgreementTests.Facts));

    private static readonly Gen<Judge> Mixed =
        from set in LawTests.Sets.Generator
        from enforcer in Gen.Elements(Enforcer.Unknown, Enforcer.Calico, Enforcer.KubeNetworkPolicies)
        select Asked.JudgeOf(Asked.Together(set), enforcer);

    private static readonly Arbitrary<Judge> Judges =
        (from judge in Gen.OneOf(Written, Emitted(Engine.Kubernetes, Enforcer.Unknown), Emitted(Engine.Cilium, Enforcer.Cilium), Emitted(Engine.Calico, Enforcer.Calico), Emitted(Engine.ClusterNetworkPolicy, Enforcer.KubeNetworkPolicies), Mixed)
         from answers in AgreementTests.SomeAnswers.Generator
         from known in Gen.Elements(true, false)
         select known ? judge : judge.Assuming(answers)).ToArbitrary();

    [FsCheck.NUnit.Property(MaxTest = 25)]
    public Property What_is_explained_is_what_is_decided() => Explained((judge, explained) =>
    {
        explained.Verdict.Equals(judge.Decide(explained.Direction, explained.Flow)).ShouldBeTrue();
        var walk = Walk.Through(judge.Program[explained.Direction], Evaluator.Settled(explained.Direction, explained.Flow, judge.Answers.ElseNo()));
        if (explained.Verdict is not Verdict.Undefined) walk.Allows.ShouldBe(explained.Verdict is Verdict.Allow);
    });

    [FsCheck.NUnit.Property(MaxTest = 25)]
    public Property The_rule_that_is_named_matches_and_does_what_was_decided() => Explained((judge, explained) =>
    {
        if (explained.Rule is not { } source) return;
        var sight = Evaluator.Settled(explained.Direction, explained.Flow, judge.Answers.ElseNo());
        var effect = explained.Verdict is Verdict.Allow ? Effect.Allow : Effect.Deny;
        RulesOf(judge.Program[explained.Direction]).ShouldContain(one =>
            ReferenceEquals(one.Rule.Source, source) && one.Rule.Effect == effect && Fits(one.Block, one.Rule, sight));
    });

    [FsCheck.NUnit.Property(MaxTest = 25)]
    public Property Without_what_restricts_the_end_a_denial_that_no_rule_made_goes_away() => Explained((judge, explained) =>
    {
        if (explained.Verdict is not Verdict.Deny || explained.Rule is not null) return;
        explained.RestrictedBy.ShouldNotBeEmpty();
        var freed = WithEndings(judge.Program[explained.Direction], ending => !explained.RestrictedBy.Any(source => source.ToString() == ending.Source.ToString()));

        // A tier that was not asked before may deny now, and then by a rule.
        var again = new Explainer(freed, explained.Flow, judge.Answers.ElseNo()).Explain();
        if (again.Verdict is not Verdict.Allow) again.Rule.ShouldNotBeNull();
    });

    [FsCheck.NUnit.Property(MaxTest = 25)]
    public Property Without_the_deciding_rule_another_verdict_or_another_reason_stands() => Explained((judge, explained) =>
    {
        if (explained.Rule is not { } source) return;
        var without = WithRules(judge.Program[explained.Direction], rule => !ReferenceEquals(rule.Source, source));
        var again = new Explainer(without, explained.Flow, judge.Answers.ElseNo()).Explain();
        ReferenceEquals(again.Rule, source).ShouldBeFalse();
        if (again is { Verdict: Verdict.Allow, Rule: null }) again.RestrictedBy.ShouldBeEmpty();
        if (again is { Verdict: Verdict.Deny, Rule: null }) again.RestrictedBy.ShouldNotBeEmpty();
    });

    [FsCheck.NUnit.Property(MaxTest = 25)]
    public Property A_flow_that_is_what_it_lacked_is_allowed() => Explained((judge, explained) =>
    {
        if (explained.Nearest is not { Shortfall.IsNone: false } nearest) return;
        nearest.Lacks.ShouldNotBeEmpty();
        if (MendedOf(judge, explained) is not { } mended) return;
        var settled = judge.Answers.ElseNo();
        var sight = Evaluator.Settled(explained.Direction, mended, settled);
        var rules = RulesOf(judge.Program[explained.Direction]).Where(one => ReferenceEquals(one.Rule.Source, nearest.Source)).ToList();
        rules.ShouldContain(one => Fits(one.Block, one.Rule, sight), $"{explained}\nmended: {mended}");
        Evaluator.Decide(judge.Program[explained.Direction], mended, settled).ShouldBeOfType<Verdict.Allow>($"{explained}\nmended: {mended}");
    });

    [FsCheck.NUnit.Property(MaxTest = 25)]
    public Property What_is_undefined_asks_questions_whose_answers_matter() => Explained((_, explained) =>
    {
        if (explained.Verdict is not Verdict.Undefined undefined)
        {
            explained.Questions.ShouldBeEmpty();
            return;
        }

        explained.Questions.Select(question => question.Question).ShouldBe(undefined.DependsOn);
        explained.ToString().ShouldContain(explained.Questions[0].Words);
    });

    [Test]
    public void Most_of_what_is_lacking_can_be_mended()
    {
        var denied = Judges.Generator.Sample(200, 5).SelectMany(judge => Flows.Select(flow => (Judge: judge, End: judge.Explain(Direction.Ingress, flow))))
            .Where(one => one.End.Nearest is { Shortfall.IsNone: false }).ToList();
        denied.Count.ShouldBeGreaterThan(1000);
        denied.Count(one => MendedOf(one.Judge, one.End) is not null).ShouldBeGreaterThan(denied.Count * 9 / 10);
    }

    /// <summary>Null where one need cannot be met, or undoes another.</summary>
    private static Flow? MendedOf(Judge judge, EndExplanation denied)
    {
        var needs = denied.Nearest!.Shortfall;
        if (Mended.Of(denied.Direction, denied.Flow, needs) is not { } mended) return null;
        var sight = Evaluator.Settled(denied.Direction, mended, judge.Answers.ElseNo());
        return needs.Needs.All(need => IsMet(need, sight)) ? mended : null;
    }

    private static Property Explained(Action<Judge, EndExplanation> law) => Prop.ForAll(Judges, judge =>
    {
        foreach (var flow in Flows)
        {
            foreach (var direction in Enum.GetValues<Direction>()) law(judge, judge.Explain(direction, flow));
        }
    });

    private static Gen<Judge> Emitted(Engine engine, Enforcer enforcer) =>
        from set in AgreementTests.ASet.Generator
        let facts = AgreementTests.Facts with { Engine = enforcer, Cilium = new() { Sctp = true } }
        let emitted = set.Emit(engine, facts)
        select emitted.Succeeded ? Judge.Of(Judge.Read(emitted.Manifests, facts), Worlds.Small, facts) : Judge.Of(set, Worlds.Small, facts);

    private static bool IsMet(Need need, Sight sight) => need switch
    {
        Need.OfEnd end => end.Leaf.Test(sight, end.Side) == Truth.True == end.Wanted,
        Need.OfTraffic traffic => traffic.Leaf.Test(sight) == Truth.True == traffic.Wanted,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static bool Fits(Block block, Rule rule, Sight sight) =>
        block.Subject.Test(sight, Side.Subject) == Truth.True && rule.Own.Test(sight, Side.Subject) == Truth.True
        && rule.Peer.Test(sight, Side.Peer) == Truth.True && rule.Traffic.Test(sight) == Truth.True;

    private static IEnumerable<(Block Block, Rule Rule)> RulesOf(DirectionProgram program) =>
        from tier in program.Tiers from rank in tier.Ranks from block in rank.Blocks from rule in block.Rules select (block, rule);

    private static DirectionProgram WithRules(DirectionProgram program, Func<Rule, bool> kept) => program with
    {
        Tiers = program.Tiers.Select(tier => tier with { Ranks = tier.Ranks.Select(rank => new Rank(rank.Blocks.Select(block => block with { Rules = block.Rules.Where(kept).ToValueArray() }).ToValueArray())).ToValueArray() }).ToValueArray(),
    };

    private static DirectionProgram WithEndings(DirectionProgram program, Func<Ending, bool> kept) => program with
    {
        Tiers = program.Tiers.Select(tier => tier with { Endings = tier.Endings.Where(kept).ToValueArray() }).ToValueArray(),
        Endings = program.Endings.Where(kept).ToValueArray(),
    };
}
