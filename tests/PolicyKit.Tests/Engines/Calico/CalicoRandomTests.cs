using FsCheck;
using FsCheck.Fluent;
using PolicyKit.Engines.Calico;
using PolicyKit.Tests.Emitting;
using PolicyKit.Tests.Generators;

namespace PolicyKit.Tests.Engines.Calico;

/// <summary>Random sets: what is emitted is sound and always the same, and what is refused is refused by name.</summary>
public sealed class CalicoRandomTests
{
    private static readonly string[] Refusals = ["PK0002", "PK0010", "PK0011", "PK1002", "PK3001", "PK3002", "PK3003"];

    [Test]
    public void With_a_complete_profile_every_sayable_set_is_emitted_sound_and_the_same_each_time() =>
        Prop.ForAll(PolicyGen.Arbitrary(PolicyShape.Sayable), ProfileGen.CompleteOnes.ToArbitrary(), (set, profile) =>
        {
            var emitted = set.Emit(Engine.Calico, profile);

            emitted.Errors().ShouldBeEmpty();
            emitted.ToYaml().ShouldBe(set.Emit(Engine.Calico, profile).ToYaml());
            foreach (var manifest in emitted.Manifests) CalicoRules.Check(manifest, profile, finding => Assert.Fail(finding.ToString()));
        }).QuickCheckThrowOnFailure();

    [Test]
    public void With_any_profile_a_set_is_emitted_or_refused_by_name() =>
        Prop.ForAll(PolicyGen.Arbitrary(new() { WithoutNamespace = true }), ProfileGen.Patchy.ToArbitrary(), (set, profile) =>
        {
            var emitted = set.Emit(Engine.Calico, profile);

            emitted.Diagnostics.Where(one => one.Severity is Severity.Error).Select(one => one.Id).ShouldBeSubsetOf(Refusals);
        }).QuickCheckThrowOnFailure();

    [Test]
    public void The_newest_rules_are_kept_for_every_version() =>
        Prop.ForAll(PolicyGen.Arbitrary(PolicyShape.Sayable), Gen.Choose(30, 34).ToArbitrary(), (set, minor) =>
        {
            var profile = ProfileGen.Complete with { Calico = new() { Version = new(3, minor) } };
            var newest = ProfileGen.Complete with { Calico = new() { Version = new(3, 99) } };

            var emitted = set.Emit(Engine.Calico, profile);

            foreach (var manifest in emitted.Manifests) CalicoRules.Check(manifest, newest, finding => Assert.Fail(finding.ToString()));
            emitted.ToYaml().ShouldBe(set.Emit(Engine.Calico, newest).ToYaml());
        }).QuickCheckThrowOnFailure();
}
