using System.Globalization;
using BenchmarkDotNet.Reports;

namespace PolicyKit.Benchmarks;

/// <summary>The bars that a run has to clear, against YamlDotNet's serializer in the same run.</summary>
internal static class Bars
{
    private const double EmitSpeed = 5;
    private const double EmitAllocations = 5;
    private const double WriterSpeed = 10;

    /// <summary>Prints one line a benchmark and one a bar.</summary>
    /// <returns>0 when all bars hold, 1 otherwise.</returns>
    public static int Report(Summary summary, TextWriter output)
    {
        var baseline = Measured(summary, nameof(EmitBenchmarks.Dictionaries));
        var emit = Measured(summary, nameof(EmitBenchmarks.Emit));
        var writer = Measured(summary, nameof(EmitBenchmarks.Writer));
        output.WriteLine(Line($"{"",-14}{"ms",10}{"MB/s",10}{"MB allocated",16}"));
        foreach (var one in (Measurement[])[baseline, emit, writer]) output.WriteLine(one.ToString());

        var held = Bar(output, "emit, throughput", baseline.Milliseconds / emit.Milliseconds, EmitSpeed);
        held &= Bar(output, "emit, allocations", baseline.Megabytes / emit.Megabytes, EmitAllocations);
        held &= Bar(output, "writer, throughput", baseline.Milliseconds / writer.Milliseconds, WriterSpeed);
        return held ? 0 : 1;
    }

    private static bool Bar(TextWriter output, string what, double times, double atLeast)
    {
        var holds = times >= atLeast;
        output.WriteLine(Line($"{what,-20}{times,6:F1} times better, at least {atLeast}: {(holds ? "holds" : "DOES NOT HOLD")}"));
        return holds;
    }

    private static Measurement Measured(Summary summary, string method)
    {
        var report = summary.Reports.Single(one => one.BenchmarkCase.Descriptor.WorkloadMethod.Name == method);
        if (report.ResultStatistics is not { } statistics) throw new InvalidOperationException($"'{method}' was not measured.");
        return new(method, statistics.Median / 1e6, (report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0) / 1e6, StreamLength.Value / 1e6);
    }

    private static readonly Lazy<long> StreamLength = new(() =>
    {
        using var writer = new CountingWriter();
        ManyPolicies.Create().Emit(Engine.Kubernetes, ManyPolicies.Profile).WriteYaml(writer);
        return writer.Length;
    });

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed record Measurement(string Method, double Milliseconds, double Megabytes, double StreamMegabytes)
    {
        public override string ToString() => Line($"{Method,-14}{Milliseconds,10:F0}{StreamMegabytes / (Milliseconds / 1000),10:F0}{Megabytes,16:F1}");
    }
}
