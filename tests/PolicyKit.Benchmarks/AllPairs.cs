using System.Diagnostics;
using PolicyKit.Manifests;
using PolicyKit.Verification;
using PolicyKit.Verification.Connecting;

namespace PolicyKit.Benchmarks;

/// <summary>All pairs of the cluster in a folder of YAML, as somebody would run it: one process, from reading to the last line.</summary>
internal static class AllPairs
{
    public static int Run(string folder)
    {
        var clock = Stopwatch.StartNew();
        var manifests = Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal).SelectMany(file => ManifestReader.ReadFile(file).Manifests).ToList();
        var read = clock.ElapsedMilliseconds;
        var judge = Judge.Of(manifests);
        var judged = clock.ElapsedMilliseconds;
        var reachability = Reachability.Of(judge);
        var built = clock.ElapsedMilliseconds;
        using var output = Console.OpenStandardOutput();
        reachability.WriteJson(output);
        Console.Error.WriteLine(FormattableString.Invariant($"read {read} ms, understood {judged - read} ms, compared {built - judged} ms, listed {clock.ElapsedMilliseconds - built} ms"));
        return 0;
    }
}
