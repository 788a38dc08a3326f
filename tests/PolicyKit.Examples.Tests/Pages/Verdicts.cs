using PolicyKit.Examples.Tests.Sweeps;
using PolicyKit.Verification.Deciding;

namespace PolicyKit.Examples.Tests.Pages;

/// <summary>Verdicts as letters for the pages.</summary>
internal static class Verdicts
{
    /// <summary>A letter for each engine: what its manifests of a set decide.</summary>
    public static string OnEveryEngine(PolicySet set, Probe probe) => string.Concat(Engine.All.Select(engine => On(set, engine, probe)));

    /// <summary>The letter of one engine.</summary>
    public static char On(PolicySet set, Engine engine, Probe probe) =>
        Cluster.Judged(set, engine).Judge.Decide(probe.From, probe.To, probe.Traffic).Whole is Verdict.Allow ? 'A' : 'D';
}
