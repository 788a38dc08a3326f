using Jaas;
using PolicyKit.Examples.Tests.Sweeps;
using PolicyKit.Verification;
using StageSet;

namespace PolicyKit.Examples.Tests.Agreeing;

/// <summary>The four engines mean the same as what is written, up to the gaps that are named here.</summary>
/// <remarks>A chosen part of the combinations: none of the switches, each alone, all but each, all. The sweeps try all of them with fewer connections.</remarks>
public sealed class AgreementTests
{
    private static readonly AgreementOptions Some = new() { MostFlows = 1_500 };

    private static IEnumerable<TestCaseData> Sets() =>
    [
        .. Chosen(StageSetBundle.All).Select(modes => Case("StageSet", modes, StageSetBundle.All.In(modes))),
        .. Chosen(JaasBundle.All).Select(modes => Case("Jaas", modes, JaasBundle.All.In(modes))),
        .. Chosen(GitGuardianTable.All).Select(modes => Case("GitGuardian", modes, GitGuardianTable.All.In(modes))),
    ];

    [TestCaseSource(nameof(Sets))]
    [Parallelizable]
    public void The_engines_agree(object set)
    {
        var agreement = Agreement.Check((PolicySet)set, Cluster.Profile, Some);

        agreement.Holds.ShouldBeTrue(agreement.ToString());
        agreement.Engines.ShouldAllBe(engine => engine.Outcome == AgreementOutcome.Checked);
    }

    [Test]
    public void No_combination_has_a_gap_that_is_not_named_here()
    {
        var found = StageSetBundle.All.Combinations.Select(StageSetBundle.All.In)
            .Concat(JaasBundle.All.Combinations.Select(JaasBundle.All.In))
            .Concat(GitGuardianTable.All.Combinations.Select(GitGuardianTable.All.In))
            .SelectMany(set => Engine.All.SelectMany(engine => set.Emit(engine, Cluster.ProfileFor(engine)).Gaps))
            .Select(gap => $"{gap.Engine}: {gap.Id}").Distinct();

        found.ShouldBe(
            [
                "kubernetes: dry-run-suspends-others",
                "cilium: dry-run-allows",
                "clusterNetworkPolicy: outside-sources",
                "clusterNetworkPolicy: other-direction",
                "clusterNetworkPolicy: dry-run-allows",
            ],
            ignoreOrder: true);
    }

    private static IEnumerable<TModes> Chosen<TModes>(Bundle<TModes> bundle)
        where TModes : struct, Enum =>
        bundle.Combinations.Where(modes => bundle.Modes.Count(mode => modes.HasFlag(mode)) is var on && (on <= 1 || on >= bundle.Modes.Count - 1));

    private static TestCaseData Case<TModes>(string system, TModes modes, PolicySet set) => new TestCaseData(set).SetArgDisplayNames(system, $"{modes}");
}
