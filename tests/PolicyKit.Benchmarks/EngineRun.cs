using System.Diagnostics;

namespace PolicyKit.Benchmarks;

/// <summary>Emits and writes the same policies for each engine in turn, and holds each against Kubernetes in the same round: what slows the machine down slows both.</summary>
internal static class EngineRun
{
    private const double MostTimes = 1.5;
    private const int WarmUps = 3;
    private const int Rounds = 15;

    /// <summary>Prints one line an engine.</summary>
    /// <returns>0 when all bars hold, 1 otherwise.</returns>
    public static int Report(TextWriter output)
    {
        var policies = ManyPolicies.Create();
        var times = Engine.All.ToDictionary(engine => engine, _ => new List<double>());
        for (var round = 0; round < WarmUps + Rounds; round++)
        {
            foreach (var engine in Engine.All)
            {
                var milliseconds = Measure(policies, engine);
                if (round >= WarmUps) times[engine].Add(milliseconds);
            }
        }

        output.WriteLine(FormattableString.Invariant($"{"",-22}{"ms",8}{"times Kubernetes",20}, at most {MostTimes}"));
        var held = true;
        foreach (var engine in Engine.All)
        {
            var ratio = Commands.Median([.. times[engine].Zip(times[Engine.Kubernetes], (own, kubernetes) => own / kubernetes)]);
            held &= ratio <= MostTimes;
            output.WriteLine(FormattableString.Invariant($"{engine,-22}{Commands.Median(times[engine]),8:F0}{ratio,20:F2}: {(ratio <= MostTimes ? "holds" : "DOES NOT HOLD")}"));
        }

        return held ? 0 : 1;
    }

    private static double Measure(PolicySet policies, Engine engine)
    {
        GC.Collect();
        using var writer = new CountingWriter();
        var start = Stopwatch.GetTimestamp();
        policies.Emit(engine, ManyPolicies.Profile).WriteYaml(writer);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
