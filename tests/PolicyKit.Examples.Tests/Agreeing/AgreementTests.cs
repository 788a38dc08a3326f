using Jaas;
using PolicyKit.Examples.Tests.Sweeps;
using PolicyKit.Verification;
using StageSet;

namespace PolicyKit.Examples.Tests.Agreeing;

/// <summary>In every combination of switches the four engines mean the same as what is written, up to the gaps that are named here.</summary>
/// <remarks>
/// Combinations that give equal sets are checked once. None of the switches, each alone, all but each, and all of them are asked more flows than the rest.
/// </remarks>
public sealed class AgreementTests
{
    private static readonly AgreementOptions Many = new() { MostFlows = 1_500 };
    private static readonly AgreementOptions Few = new() { MostFlows = 400 };

    private static IEnumerable<TestCaseData> Sets() => [.. Each("StageSet", StageSetBundle.All), .. Each("Jaas", JaasBundle.All), .. Each("GitGuardian", GitGuardianTable.All)];

    [TestCaseSource(nameof(Sets))]
    [Parallelizable]
    public void The_engines_agree(object set, object options)
    {
        var agreement = Agreement.Check((PolicySet)set, Cluster.Profile, (AgreementOptions)options);

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

    private static IEnumerable<TestCaseData> Each<TModes>(string system, Bundle<TModes> bundle)
        where TModes : struct, Enum =>
        bundle.Combinations
            .OrderByDescending(modes => IsAtTheEdge(bundle, modes))
            .DistinctBy(bundle.In)
            .Select(modes => new TestCaseData(bundle.In(modes), IsAtTheEdge(bundle, modes) ? Many : Few).SetArgDisplayNames(system, $"{modes}"));

    private static bool IsAtTheEdge<TModes>(Bundle<TModes> bundle, TModes modes)
        where TModes : struct, Enum =>
        bundle.Modes.Count(mode => modes.HasFlag(mode)) is var on && (on <= 1 || on >= bundle.Modes.Count - 1);
}
