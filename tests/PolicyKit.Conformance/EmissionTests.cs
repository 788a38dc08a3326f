using PolicyKit.Manifests;
using PolicyKit.Tests.Shared;

namespace PolicyKit.Conformance;

/// <summary>What each engine writes for each case, or says instead.</summary>
public sealed class EmissionTests
{
    private static IEnumerable<TestCaseData> CasesAndEngines() =>
        from one in Case.All
        from engine in Engine.All
        select new TestCaseData(one, engine).SetArgDisplayNames(one.Name, engine.Name);

    [TestCaseSource(nameof(CasesAndEngines))]
    public void Every_engine_writes_what_was_approved_or_says_why_not(object testCase, Engine engine)
    {
        var one = (Case)testCase;
        var emitted = one.Policies.Emit(engine, one.Profile);

        Approved.ShouldBe(Findings(emitted) + (emitted.Succeeded ? emitted.ToYaml() : ""), one.File($"{engine.Name}.approved.yaml"));
    }

    [TestCaseSource(nameof(CasesAndEngines))]
    public void What_is_written_is_read_back_as_it_was(object testCase, Engine engine)
    {
        var one = (Case)testCase;
        var emitted = one.Policies.Emit(engine, one.Profile);
        if (!emitted.Succeeded)
        {
            Should.Throw<EmitException>(emitted.ToYaml);
            return;
        }

        var read = ManifestReader.Read(emitted.ToYaml());
        read.Diagnostics.ShouldBeEmpty();
        read.Manifests.ShouldBe(emitted.Manifests);
    }

    // Findings stand in the file as comments, without the place in the source, which moves.
    private static string Findings(EmitResult emitted) => string.Concat(
        emitted.Diagnostics.Select(one => $"{one with { Origin = default }}").Concat(emitted.Gaps.Select(gap => gap.ToString())).Select(line => $"# {line.ReplaceLineEndings(" ")}\n"));
}
