using System.Globalization;
using BenchmarkDotNet.Reports;

namespace PolicyKit.Benchmarks;

/// <summary>The bars that a run has to clear: against YamlDotNet's serializer, and each engine against Kubernetes, in the same run.</summary>
internal static class Bars
{
    private const double EmitSpeed = 5;
    private const double EmitAllocations = 5;
    private const double WriterSpeed = 10;
    private const double OtherEngines = 1.5;

    /// <summary>Prints one line a benchmark and one a bar.</summary>
    /// <returns>0 when all bars hold, 1 otherwise.</returns>
    public static int Report(Summary summary, TextWriter output)
    {
        var baseline = Measured(summary, nameof(EmitBenchmarks.Dictionaries), Engine.Kubernetes);
        var writer = Measured(summary, nameof(EmitBenchmarks.Writer), Engine.Kubernetes);
        var engines = Engine.All.Select(engine => Measured(summary, nameof(EmitBenchmarks.Emit), engine)).ToList();
        var emit = engines.Single(one => ReferenceEquals(one.Engine, Engine.Kubernetes));
        output.WriteLine(Line($"{"",-34}{"ms",10}{"MB/s",10}{"MB allocated",16}"));
        foreach (var one in (Measurement[])[baseline, writer, .. engines]) output.WriteLine(one.ToString());

        var held = AtLeast(output, "emit, throughput", baseline.Milliseconds / emit.Milliseconds, EmitSpeed);
        held &= AtLeast(output, "emit, allocations", baseline.Megabytes / emit.Megabytes, EmitAllocations);
        held &= AtLeast(output, "writer, throughput", baseline.Milliseconds / writer.Milliseconds, WriterSpeed);
        foreach (var other in engines.Where(one => !ReferenceEquals(one, emit))) held &= AtMost(output, other.Engine, other.Milliseconds / emit.Milliseconds);
        return held ? 0 : 1;
    }

    private static bool AtLeast(TextWriter output, string what, double times, double least)
    {
        output.WriteLine(Line($"{what,-22}{times,6:F1} times better, at least {least}: {Word(times >= least)}"));
        return times >= least;
    }

    private static bool AtMost(TextWriter output, Engine engine, double times)
    {
        output.WriteLine(Line($"{engine,-22}{times,6:F2} times Kubernetes, at most {OtherEngines}: {Word(times <= OtherEngines)}"));
        return times <= OtherEngines;
    }

    private static string Word(bool holds) => holds ? "holds" : "DOES NOT HOLD";

    private static Measurement Measured(Summary summary, string method, Engine engine)
    {
        var report = summary.Reports.Single(one => one.BenchmarkCase.Descriptor.WorkloadMethod.Name == method && one.BenchmarkCase.Parameters.Items.All(item => Equals(item.Value, engine)));
        if (report.ResultStatistics is not { } statistics) throw new InvalidOperationException($"'{method}' was not measured.");
        return new(method, engine, statistics.Median / 1e6, (report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0) / 1e6, StreamLength(engine) / 1e6);
    }

    private static long StreamLength(Engine engine)
    {
        using var writer = new CountingWriter();
        ManyPolicies.Create().Emit(engine, ManyPolicies.Profile).WriteYaml(writer);
        return writer.Length;
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed record Measurement(string Method, Engine Engine, double Milliseconds, double Megabytes, double StreamMegabytes)
    {
        public override string ToString() => Line($"{$"{Method}, {Engine}",-34}{Milliseconds,10:F0}{StreamMegabytes / (Milliseconds / 1000),10:F0}{Megabytes,16:F1}");
    }
}
