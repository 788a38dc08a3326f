using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace PolicyKit.Benchmarks;

/// <summary>Measures emitting and holds the result against its bars.</summary>
internal static class EmitRun
{
    public static int Run(bool quick)
    {
        var job = Job.Default.WithToolchain(new InProcessEmitToolchain(TimeSpan.FromHours(1), logOutput: true)).WithInvocationCount(1).WithUnrollFactor(1).WithWarmupCount(quick ? 2 : 5).WithIterationCount(quick ? 5 : 20);
        var config = ManualConfig.CreateEmpty()
            .AddJob(job)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddLogger(quick ? NullLogger.Instance : ConsoleLogger.Default)
            .WithOptions(ConfigOptions.DisableLogFile);
        return Bars.Report(BenchmarkRunner.Run<EmitBenchmarks>(config), Console.Out);
    }
}
