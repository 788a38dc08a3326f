using PolicyKit.Verification;
using PolicyKit.Verification.Deciding;

namespace PolicyKit.Examples.Tests.Sweeps;

/// <summary>Tries connections in every combination of a system's switches. Out: each that is not decided as the table says, up to the declared gaps.</summary>
internal static class Sweep
{
    private const int Shown = 10;

    /// <summary>Every combination, as the policies are written.</summary>
    public static void ShouldMeanTheTable<TModes>(Bundle<TModes> bundle, IReadOnlyList<Probe> probes, Func<TModes, Probe, bool> isAllowed)
        where TModes : struct, Enum =>
        ShouldBeNone(bundle.Combinations.AsParallel().AsOrdered().SelectMany(modes =>
        {
            var judge = Judge.Of(bundle.In(modes), Cluster.World, Cluster.Profile);
            return Differences(modes, judge, probes, isAllowed);
        }));

    /// <summary>Every combination, as an engine's manifests say it. Sources that are no pods are left to the gap that ClusterNetworkPolicy declares for them.</summary>
    public static void ShouldMeanTheTable<TModes>(Bundle<TModes> bundle, Engine engine, IReadOnlyList<Probe> probes, Func<TModes, Probe, bool> isAllowed)
        where TModes : struct, Enum =>
        ShouldBeNone(bundle.Combinations.AsParallel().AsOrdered().SelectMany(modes =>
        {
            var (judge, emitted) = Cluster.Judged(bundle.In(modes), engine);
            var opensOutside = emitted.Gaps.Any(gap => gap.Id == Gaps.OutsideSources);
            return Differences(modes, judge, opensOutside ? [.. probes.Where(probe => probe.IsFromPod)] : probes, isAllowed);
        }));

    private static IEnumerable<string> Differences<TModes>(TModes modes, Judge judge, IReadOnlyList<Probe> probes, Func<TModes, Probe, bool> isAllowed)
        where TModes : struct, Enum =>
        from probe in probes
        let expected = isAllowed(modes, probe)
        let verdict = judge.Decide(probe.From, probe.To, probe.Traffic)
        where expected ? verdict.Whole is not Verdict.Allow : verdict.Whole is not Verdict.Deny
        select $"{modes}: {probe} should be {(expected ? "allow" : "deny")} but is {verdict}";

    private static void ShouldBeNone(IEnumerable<string> differences) => differences.Take(Shown).ShouldBeEmpty();
}
