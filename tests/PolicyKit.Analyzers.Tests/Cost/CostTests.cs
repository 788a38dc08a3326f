using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PolicyKit.Analyzers.Tests.Cost;

/// <summary>What the analyzers cost a build: their own time and the memory they add, in fresh compilations.</summary>
public class CostTests
{
    // The bar of the project, in processor time.
    private const double MostMillisecondsEach = 0.5;

    [Test]
    public void Own_time_and_memory_grow_with_the_number_of_policies_and_no_faster()
    {
        var small = Best(1_000);
        var large = Measure(5_000);
        TestContext.Out.WriteLine($"{"policies",10} {"own ms",10} {"ms each",10} {"MB added",10} {"kB each",10}");
        foreach (var one in new[] { small, large }) TestContext.Out.WriteLine($"{one.Policies,10} {one.Milliseconds,10:F1} {one.Milliseconds / one.Policies,10:F4} {one.Bytes / 1e6,10:F1} {one.Bytes / 1e3 / one.Policies,10:F1}");

        small.Findings.ShouldBe(500);
        large.Findings.ShouldBe(2_500);
        (small.Milliseconds / small.Policies).ShouldBeLessThan(MostMillisecondsEach);
        (large.Bytes / (double)small.Bytes).ShouldBeLessThan(6);
        (large.Milliseconds / small.Milliseconds).ShouldBeLessThan(6);
    }

    // Other work on the machine only ever adds time: the best of some rounds is the truest.
    private static Cost Best(int policies) => Enumerable.Range(0, 3).Select(_ => Measure(policies)).MinBy(cost => cost.Milliseconds)!;

    private static Cost Measure(int policies)
    {
        var baseline = Analyze(policies, [new NoAnalyzer()]);
        var ours = Analyze(policies, Snippet.Analyzers);
        return ours with { Bytes = ours.Bytes - baseline.Bytes };
    }

    private static Cost Analyze(int policies, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var compilation = ManyPolicies.Compile(policies);
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true);
        var (processor, clock) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var result = compilation.WithAnalyzers(analyzers, options).GetAnalysisResultAsync(CancellationToken.None).GetAwaiter().GetResult();
        var bytes = GC.GetTotalAllocatedBytes(precise: true) - before;

        // The telemetry is by the clock; on a busy machine we get only a share of it.
        var share = Math.Min(1, (Environment.CpuUsage.TotalTime - processor) / Stopwatch.GetElapsedTime(clock));
        return new(policies, share * result.AnalyzerTelemetryInfo.Values.Sum(one => one.ExecutionTime.TotalMilliseconds), bytes, result.GetAllDiagnostics().Length);
    }

    private sealed record Cost(int Policies, double Milliseconds, long Bytes, int Findings);

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
