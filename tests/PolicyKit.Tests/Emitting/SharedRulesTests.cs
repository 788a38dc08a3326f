using FsCheck;
using FsCheck.Fluent;
using PolicyKit.Tests.Generators;

namespace PolicyKit.Tests.Emitting;

/// <summary>Rules that policies have in common are lowered and checked once. Nobody may see it.</summary>
public sealed class SharedRulesTests
{
    [TestCaseSource(typeof(Engine), nameof(Engine.All))]
    public void Policies_with_the_same_rules_are_emitted_refused_and_told_apart_as_each_alone(Engine engine) => Check.One(Quick, Prop.ForAll(Twins, twins =>
    {
        var facts = ProfileGen.For(engine);
        var (first, second) = twins;
        var (together, alone, other) = (PolicySet.Of(first, second).Emit(engine, facts), PolicySet.Of(first).Emit(engine, facts), PolicySet.Of(second).Emit(engine, facts));

        Errors(together).ShouldBe(Errors(alone).Concat(Errors(other)), ignoreOrder: true);
        together.Gaps.ShouldBe([.. alone.Gaps, .. other.Gaps], ignoreOrder: true);
        if (together.Succeeded) together.Manifests.ShouldBe([.. alone.Manifests, .. other.Manifests], ignoreOrder: true);
    }));

    [TestCaseSource(typeof(Engine), nameof(Engine.All))]
    public void What_is_written_is_what_was_checked(Engine engine) => Check.One(Quick, Prop.ForAll(PolicyGen.Arbitrary(new()), set =>
    {
        var emitted = set.Emit(engine, ProfileGen.For(engine));
        if (!emitted.Succeeded) return;
        var context = new LoweringContext(engine, emitted.Ir, Heard.Findings | Heard.Gaps);
        var reported = emitted.Ir.Policies.SelectMany(policy => engine.Lower(policy, context)).ToArray();

        emitted.Manifests.ShouldBe(reported);
        emitted.ToYaml().ShouldBe(string.Concat(reported.Select(manifest => manifest.ToYaml())));
    }));

    [TestCaseSource(typeof(Engine), nameof(Engine.All))]
    public void The_gaps_that_are_asked_for_later_are_those_that_can_be_made_errors(Engine engine) => Check.One(Quick, Prop.ForAll(PolicyGen.Arbitrary(new()), set =>
    {
        var facts = ProfileGen.For(engine);
        var gaps = set.Emit(engine, facts).Gaps;
        var errors = set.Emit(engine, facts, new() { GapsAreErrors = true }).Diagnostics.Where(one => one.Id == "PK3010");

        errors.Select(one => one.Message).ShouldBe(gaps.Select(gap => gap.ToString()).Distinct(), ignoreOrder: true);
    }));

    private static Config Quick => Config.QuickThrowOnFailure.WithMaxTest(200);

    // The rules of a random policy for its pods and for others, which may be none; now and then one of the two is rehearsed.
    private static Arbitrary<(Policy First, Policy Second)> Twins => (
        from policy in PolicyGen.Policies(new())
        from subject in Gen.Elements(LabelSelector.Everything, LabelSelector.Parse("app=other"), LabelSelector.Parse("app=a,app=b"))
        from rehearsed in Gen.Choose(0, 5)
        select (
            InMode(rehearsed == 0, policy.InNamespace("shop").Named("first")),
            InMode(rehearsed == 1, Rewrite.For(subject, policy.InNamespace("shop").Named("second"))))).ToArbitrary();

    private static Policy InMode(bool rehearsed, Policy policy) => rehearsed ? (Policy)PolicySet.Of(policy).InMode(RolloutMode.DryRun)[0] : policy;

    private static IEnumerable<(string Id, string Message)> Errors(EmitResult result) => result.Diagnostics.Where(one => one.Severity is Severity.Error).Select(one => (one.Id, one.Message));
}
