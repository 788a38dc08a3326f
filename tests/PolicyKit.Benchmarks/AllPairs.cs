using PolicyKit.Manifests;
using PolicyKit.Verification;
using PolicyKit.Verification.Connecting;

namespace PolicyKit.Benchmarks;

/// <summary>All pairs of the cluster in a folder of YAML, as somebody would run it: one process, from reading to the last line.</summary>
internal static class AllPairs
{
    public static int Run(string folder)
    {
        var manifests = Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal).SelectMany(file => ManifestReader.ReadFile(file).Manifests).ToList();
        var read = Spent();
        var judge = Judge.Of(manifests);
        var understood = Spent();
        var reachability = Reachability.Of(judge);
        var compared = Spent();
        using var output = Console.OpenStandardOutput();
        reachability.WriteJson(output);
        Console.Error.WriteLine(FormattableString.Invariant($"milliseconds of processor time: read {read}, understood {understood - read}, compared {compared - understood}, listed {Spent() - compared}"));
        return 0;
    }

    private static long Spent() => (long)Environment.CpuUsage.TotalTime.TotalMilliseconds;
}
