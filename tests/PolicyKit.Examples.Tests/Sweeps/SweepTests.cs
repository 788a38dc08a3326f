namespace PolicyKit.Examples.Tests.Sweeps;

/// <summary>
/// In every combination of switches no required connection is cut, nothing else is open, and neighbours are as they were: as the policies are written,
/// and as every engine's manifests say it.
/// </summary>
public sealed class SweepTests
{
    private static IEnumerable<TestCaseData> Engines() => Engine.All.Select(engine => new TestCaseData(engine).SetArgDisplayNames(engine.ToString()!));

    [Test]
    public void The_seeds_have_well_over_a_hundred_combinations() =>
        (StageSet.StageSetBundle.All.Combinations.Count, Jaas.JaasBundle.All.Combinations.Count, GitGuardianTable.All.Combinations.Count).ShouldBe((512, 512, 32));

    [Test]
    public void StageSet_as_it_is_written() => Sweep.ShouldMeanTheTable(StageSet.StageSetBundle.All, StageSetTable.Probes, StageSetTable.IsAllowed);

    [TestCaseSource(nameof(Engines))]
    public void StageSet_on_an_engine(object engine) => Sweep.ShouldMeanTheTable(StageSet.StageSetBundle.All, (Engine)engine, StageSetTable.Probes, StageSetTable.IsAllowed);

    [Test]
    public void Jaas_as_it_is_written() => Sweep.ShouldMeanTheTable(Jaas.JaasBundle.All, JaasTable.Probes, JaasTable.IsAllowed);

    [TestCaseSource(nameof(Engines))]
    public void Jaas_on_an_engine(object engine) => Sweep.ShouldMeanTheTable(Jaas.JaasBundle.All, (Engine)engine, JaasTable.Probes, JaasTable.IsAllowed);

    [Test]
    public void GitGuardian_as_it_is_written() => Sweep.ShouldMeanTheTable(GitGuardianTable.All, GitGuardianTable.Probes, GitGuardianTable.IsAllowed);

    [TestCaseSource(nameof(Engines))]
    public void GitGuardian_on_an_engine(object engine) => Sweep.ShouldMeanTheTable(GitGuardianTable.All, (Engine)engine, GitGuardianTable.Probes, GitGuardianTable.IsAllowed);
}
