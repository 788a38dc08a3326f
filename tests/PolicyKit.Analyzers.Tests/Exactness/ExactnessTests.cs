using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace PolicyKit.Analyzers.Tests.Exactness;

/// <summary>
/// Random programs are compiled, analysed, and run for every combination of their inputs against the library. PK1001 and PK1002 must be warnings
/// exactly where every run builds a bad set, and infos "on some paths" exactly where some runs do.
/// </summary>
public class ExactnessTests
{
    private const int Batch = 100;
    private const int Batches = 16;

    [Test]
    public void Reported_is_what_runs_do()
    {
        var (programs, bad, sometimes) = (0, 0, 0);
        for (var batch = 0; batch < Batches; batch++)
        {
            var generator = new ProgramGenerator(seed: 20_000 + batch);
            var models = Enumerable.Range(0, Batch).Select(_ => generator.Next()).ToArray();
            var outcomes = Outcomes(models);
            for (var at = 0; at < models.Length; at++)
            {
                if (outcomes[at].Difference() is not null) throw new ShouldAssertException(Explain(Shrink(models[at])));
                programs++;
                bad += outcomes[at].Expected.Count(one => one == "warning");
                sometimes += outcomes[at].Expected.Count(one => one == "info");
            }
        }

        TestContext.Out.WriteLine($"{programs} programs: {bad} findings on every path, {sometimes} on some paths, no difference.");
        programs.ShouldBeGreaterThanOrEqualTo(1500);
        bad.ShouldBeGreaterThan(programs / 10);
        sometimes.ShouldBeGreaterThan(programs / 10);
    }

    private static Outcome[] Outcomes(IReadOnlyList<RandomProgram> models)
    {
        var written = models.Select((model, at) => model.Write($"P{at}")).ToArray();
        var compilation = Snippet.Compile([.. written.Select(one => one.Source)]);
        var found = Snippet.Analyze(compilation, concurrent: true).ToLookup(one => one.Location.SourceTree!.FilePath);
        using var image = new MemoryStream();
        compilation.Emit(image).Success.ShouldBeTrue();
        image.Position = 0;
        var context = new AssemblyLoadContext("programs", isCollectible: true);
        context.Resolving += (_, name) => name.Name == "PolicyKit" ? typeof(Policy).Assembly : null;
        var assembly = context.LoadFromStream(image);
        var outcomes = written.Select((one, at) => new Outcome(
            [Expected(assembly, at, one.Inputs, apiServer: true), Expected(assembly, at, one.Inputs, apiServer: false)],
            [Found(found[$"/app/Program{at + 1}.cs"], "PK1001"), Found(found[$"/app/Program{at + 1}.cs"], "PK1002")])).ToArray();
        context.Unload();
        return outcomes;
    }

    private static string Expected(Assembly assembly, int at, int inputs, bool apiServer)
    {
        var build = assembly.GetType($"P{at}", throwOnError: true)!.GetMethod("Build")!.CreateDelegate<Func<bool[], PolicySet>>();
        var runs = Enumerable.Range(0, 1 << inputs)
            .Select(bits => Oracle.Worst(build([.. Enumerable.Range(0, inputs).Select(bit => (bits >> bit & 1) == 1)]), apiServer)).ToArray();
        return runs.All(run => run is Oracle.Path.None) ? "warning" : runs.Contains(Oracle.Path.None) ? "info" : runs.Contains(Oracle.Path.Perhaps) ? "perhaps" : "nothing";
    }

    private static string Found(IEnumerable<Microsoft.CodeAnalysis.Diagnostic> found, string id)
    {
        var own = found.Where(one => one.Id == id).ToArray();
        return own.Length == 0 ? "nothing"
            : own.Any(one => one.Severity is DiagnosticSeverity.Warning) ? "warning"
            : own.Any(one => one.GetMessage(null).Contains("on some paths", StringComparison.Ordinal)) ? "info"
            : "perhaps";
    }

    private static RandomProgram Shrink(RandomProgram program)
    {
        while (program.Smaller().FirstOrDefault(smaller => Outcomes([smaller])[0].Difference() is not null) is { } smaller) program = smaller;
        return program;
    }

    private static string Explain(RandomProgram program) => $"{Outcomes([program])[0].Difference()}\n\n{program.Write("P").Source}";

    private sealed record Outcome(string[] Expected, string[] Found)
    {
        /// <summary>What differs, or null. Where a path is only possible, the rule may say so or be silent.</summary>
        public string? Difference()
        {
            for (var need = 0; need < 2; need++)
            {
                if (Expected[need] != Found[need] && !(Expected[need] == "perhaps" && Found[need] == "nothing"))
                    return $"PK100{need + 1}: the runs say {Expected[need]}, the analyzer says {Found[need]}";
            }

            return null;
        }
    }
}
