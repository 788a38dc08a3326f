using System.Collections.Concurrent;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PolicyKit.Tests.Generators;

namespace PolicyKit.Verification.Tests.Agreeing;

/// <summary>Whatever is written, every engine's manifests mean it up to the gaps that they declare: random sets on random clusters.</summary>
internal sealed class RandomAgreementTests
{
    /// <summary>How many sets; for a long night, a million. Twenty thousand take ten minutes on two cores.</summary>
    private const string Variable = "POLICYKIT_AGREEMENT_SETS";

    private const int Batch = 250;

    private static readonly AgreementOptions Options = new() { MostFlows = 120 };

    private static readonly Arbitrary<(PolicySet Set, ClusterProfile Profile)> Drawn =
        Arb.From(RandomFacts.Both, drawn => Rewrite.Smaller(drawn.Set).Select(smaller => (smaller, drawn.Profile)));

    private static int Sets => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : 4_000;

    [Test]
    public void Every_engine_means_what_is_written_up_to_its_named_gaps()
    {
        var judged = new ConcurrentDictionary<string, int>();
        var empty = new ConcurrentBag<string>();
        Parallel.For(0, Sets / Batch, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, batch => Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Batch).WithReplay(Spread(batch), Spread(~batch) | 1),
            Prop.ForAll(Drawn, drawn =>
            {
                var agreement = Agreement.Check(drawn.Set, drawn.Profile, Options);
                foreach (var engine in agreement.Engines)
                {
                    (engine with { EmptyGaps = [] }).Holds.ShouldBeTrue($"{agreement}\n{drawn.Profile}");
                    foreach (var gap in engine.EmptyGaps) empty.Add($"{gap}\n{drawn.Set}\n{drawn.Profile}");
                    if (engine.Outcome == AgreementOutcome.Checked) judged.AddOrUpdate(engine.Engine.Name, 1, (_, count) => count + 1);
                }
            })));

        // The world has few pods, and a gap may need one that it lacks: a name declared for just the protocol and number that nothing else of
        // the set opens. The corpus has no such gap; among random sets it stays the rare exception.
        empty.Count.ShouldBeLessThanOrEqualTo(Math.Max(1, Sets / 1000), string.Join("\n\n", empty));

        // What an engine refuses proves nothing: most sets must be judged on each.
        foreach (var engine in Engine.All) judged[engine.Name].ShouldBeGreaterThan(Sets / 2, engine.Name);
    }

    /// <summary>Seeds that lie near each other draw the same sets, one later.</summary>
    private static ulong Spread(int batch) => unchecked((ulong)batch * 0x9E37_79B9_7F4A_7C15) ^ 0x5851_F42D_4C95_7F2D;
}
