using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PolicyKit.Analyzers.Tests.Cost;

/// <summary>What the analyzers cost a build: their own time and the memory they add, in fresh compilations.</summary>
/// <remarks>
/// As in a build, the compilation binds its methods before the analyzers are shown them, and its collector is the compiler's. The workstation's
/// collects five times as often, and its pauses, which the whole compilation is to blame for, were over a third of what counted as the analyzers' time.
/// </remarks>
public class CostTests
{
    // POLICYKIT_COST=1000,5000 dotnet test tests/PolicyKit.Analyzers.Tests -c Release --filter FullyQualifiedName~Cost --logger "console;verbosity=detailed"
    // prints the table that the bars are about: under 0.5 ms a policy of ten rules, and 5,000 at most six times as much as 1,000.
    private static readonly string? Asked = Environment.GetEnvironmentVariable("POLICYKIT_COST");
    private static readonly int[] Sizes = [.. (Asked ?? "200,1000").Split(',').Select(int.Parse)];

    // An editor and a compiler server have run the analyzers before; a build that starts its own compiler has not. So the first run stands in the table too.
    private static readonly int WarmRuns = Asked is null ? 1 : 5;

    // Time is printed and not judged: a busy machine slows it. Memory does not vary.
    [Test]
    public void Memory_grows_with_the_number_of_policies_only()
    {
        var (few, many) = (Sizes[0], Sizes[1]);
        var cold = Measure(few);
        // The many first: the runtime goes on optimising for a while, and the bar for the few is about a compiler that is warm.
        var large = Warm(many);
        var small = Warm(few);
        TestContext.Out.WriteLine($"Server collector: {GCSettings.IsServerGC}");
        TestContext.Out.WriteLine($"{"policies",10} {"",6} {"own ms",10} {"ms each",10} {"cpu each",10} {"compiler",10} {"kB each",10}");
        foreach (var (one, run) in new[] { (cold, "first"), (small, "warm"), (large, "warm") })
            TestContext.Out.WriteLine($"{one.Policies,10} {run,6} {one.Own,10:F1} {one.Own / one.Policies,10:F4} {one.Processor / one.Policies,10:F4} {one.Compiler,10:F1} {one.Bytes / 1e3 / one.Policies,10:F1}");

        foreach (var (name, own) in large.Each) TestContext.Out.WriteLine($"{name,40} {own,10:F1}");

        small.Findings.ShouldBe(few / 2);
        large.Findings.ShouldBe(many / 2);
        (large.Bytes / (double)small.Bytes).ShouldBeLessThan(6);
    }

    // Whatever else the machine does only adds.
    private static Cost Warm(int policies) => Enumerable.Range(0, WarmRuns).Select(_ => Measure(policies)).MinBy(one => one.Own)!;

    private static Cost Measure(int policies)
    {
        var compiler = Analyze(policies, [new NoAnalyzer()]);
        var ours = Analyze(policies, Shipped.Analyzers);
        return ours with { Bytes = ours.Bytes - compiler.Bytes, Processor = ours.Processor - compiler.Processor, Compiler = compiler.Compiler };
    }

    private static Cost Analyze(int policies, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var compilation = ManyPolicies.Compile(policies);
        // A build has one compilation in its process: what the round before left behind is no cost of this one.
        GC.Collect();
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true);
        var processor = Environment.CpuUsage.TotalTime;
        var (start, before) = (Stopwatch.GetTimestamp(), GC.GetTotalAllocatedBytes(precise: true));
        var result = compilation.WithAnalyzers(analyzers, options).GetAnalysisResultAsync(CancellationToken.None).GetAwaiter().GetResult();
        return new(
            policies,
            Own: result.AnalyzerTelemetryInfo.Values.Sum(one => one.ExecutionTime.TotalMilliseconds),
            Processor: (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds,
            Compiler: Stopwatch.GetElapsedTime(start).TotalMilliseconds,
            Bytes: GC.GetTotalAllocatedBytes(precise: true) - before,
            Findings: result.GetAllDiagnostics().Count(one => one.Id == "PK1001"),
            Each: [.. result.AnalyzerTelemetryInfo.Select(one => (one.Key.GetType().Name, one.Value.ExecutionTime.TotalMilliseconds))]);
    }

    private sealed record Cost(int Policies, double Own, double Processor, double Compiler, long Bytes, int Findings, IReadOnlyList<(string Name, double Own)> Each);

    /// <summary>Makes the compiler build the same operations, and does nothing with them.</summary>
#pragma warning disable RS1001, RS1036 // It is no analyzer to be found by anybody.
    private sealed class NoAnalyzer : DiagnosticAnalyzer
#pragma warning restore RS1001, RS1036
    {
        public override ImmutableArray<Microsoft.CodeAnalysis.DiagnosticDescriptor> SupportedDiagnostics { get; } =
            [new("NONE", "None", "None", "None", Microsoft.CodeAnalysis.DiagnosticSeverity.Info, isEnabledByDefault: true)];

        public override void Initialize(AnalysisContext context)
        {
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.EnableConcurrentExecution();
            context.RegisterOperationAction(static _ => { }, Microsoft.CodeAnalysis.OperationKind.Invocation, Microsoft.CodeAnalysis.OperationKind.ExpressionStatement);
        }
    }
}
