using System.Collections.Concurrent;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PolicyKit.Tests.Generators;

namespace PolicyKit.Verification.Tests.Agreeing;

/// <summary>Whatever is written, every engine's manifests mean it up to the gaps that they declare: random sets on random clusters.</summary>
internal sealed class RandomAgreementTests
{
    /// <summary>How many sets; for a long night, a million.</summary>
    private const string Variable = "POLICYKIT_AGREEMENT_SETS";

    private const int Batch = 250;

    private static readonly AgreementOptions Options = new() { MostFlows = 120 };

    private static int Sets => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : 20_000;

    /// <summary>A failure stops nothing: all sets are judged, and each kind of failure is told once, by the smallest set that shows it.</summary>
    [Test]
    public void Every_engine_means_what_is_written_up_to_its_named_gaps()
    {
        var judged = new ConcurrentDictionary<string, int>();
        var failures = new ConcurrentDictionary<string, (PolicySet Set, ClusterProfile Profile)>();
        Parallel.For(0, Sets / Batch, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, batch => Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Batch).WithReplay(Spread(batch), Spread(~batch) | 1),
            Prop.ForAll(Arb.From(RandomFacts.Both), drawn =>
            {
                foreach (var engine in Judged(drawn.Set, drawn.Profile))
                {
                    if (engine.Outcome == AgreementOutcome.Checked) judged.AddOrUpdate(engine.Engine.Name, 1, (_, count) => count + 1);
                    if (Failure(engine) is { } failure) failures.TryAdd(failure, drawn);
                }
            })));

        failures.OrderBy(failure => failure.Key, StringComparer.Ordinal).Select(failure => Told(failure.Key, failure.Value.Set, failure.Value.Profile)).ShouldBeEmpty();

        // What an engine refuses proves nothing: most sets must be judged on each.
        foreach (var engine in Engine.All) judged[engine.Name].ShouldBeGreaterThan(Sets / 2, engine.Name);
    }

    private static IEnumerable<EngineAgreement> Judged(PolicySet set, ClusterProfile profile) => Agreement.Check(set, profile, Options).Engines;

    /// <summary>What kind of failure it is, or null where there is none.</summary>
    private static string? Failure(EngineAgreement found) => found switch
    {
        { Holds: true } => null,
        { Disagreements: [var first, ..] } => $"{found.Engine}: {first.Direction} should be {first.Written}, is {first.Read}, {first.Surroundings}",
        { EmptyGaps: [var first, ..] } => $"{found.Engine}: no flow differs by {first.Id}, {first.Flows.Direction}",
        _ => $"{found.Engine}: {found.Outcome}",
    };

    private static string Told(string failure, PolicySet set, ClusterProfile profile)
    {
        while (Rewrite.Smaller(set).FirstOrDefault(smaller => Judged(smaller, profile).Any(engine => Failure(engine) == failure)) is { } smaller) set = smaller;
        return $"{failure}\n{Judged(set, profile).First(engine => Failure(engine) == failure)}\n{string.Join('\n', set)}\n{profile}\n";
    }

    /// <summary>Seeds that lie near each other draw the same sets, one later.</summary>
    private static ulong Spread(int batch) => unchecked((ulong)batch * 0x9E37_79B9_7F4A_7C15) ^ 0x5851_F42D_4C95_7F2D;
}
