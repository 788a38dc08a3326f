using System.Diagnostics;
using System.Globalization;

namespace PolicyKit.Benchmarks;

/// <summary>The tool as whole processes, side by side with an empty console program, and the bars it has to clear.</summary>
internal static class Commands
{
    private const int Runs = 15;
    private const double MostTimesEmpty = 6;
    private const double MostStart = 200;
    private const double MostQueries = 1500;

    /// <param name="tool">The folder with the tool.</param>
    /// <param name="output">Where to print.</param>
    /// <returns>0 when all bars hold, 1 otherwise.</returns>
    public static int Report(string tool, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("policykit-bench-").FullName;
        try
        {
            var questions = CommandInputs.Write(folder);
            string[] empty = [Path.Combine(AppContext.BaseDirectory, "PolicyKit.Empty.dll")];
            string[] check = [Path.Combine(tool, "PolicyKit.Cli.dll"), "check", "--from", "shop/p1", "--to", "shop/p2", "--port", "80", Path.Combine(folder, "ten")];
            string[] queries = [Path.Combine(tool, "PolicyKit.Cli.dll"), "check", "--queries", questions, Path.Combine(folder, "many")];

            // In turns, so that a busy moment of the machine meets all alike.
            var (emptyTimes, checkTimes, queryTimes) = (new List<double>(), new List<double>(), new List<double>());
            for (var i = 0; i < Runs; i++)
            {
                emptyTimes.Add(Milliseconds(empty));
                checkTimes.Add(Milliseconds(check));
                if (i % 5 == 0) queryTimes.Add(Milliseconds(queries));
            }

            var (start, ten, bulk) = (Median(emptyTimes), Median(checkTimes), Median(queryTimes));
            output.WriteLine(Line($"an empty program                {start,8:F0} ms"));
            var held = Bar(output, "check on ten small files", ten, MostStart);
            held &= Bar(output, "10,000 queries, 1,000 pods, 100 policies", bulk, MostQueries);
            var times = ten / start;
            output.WriteLine(Line($"check beside the empty program  {times,8:F1} times, at most {MostTimesEmpty}: {(times <= MostTimesEmpty ? "holds" : "DOES NOT HOLD")}"));
            return held && times <= MostTimesEmpty ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static bool Bar(TextWriter output, string what, double milliseconds, double most)
    {
        output.WriteLine(Line($"{what,-42}{milliseconds,8:F0} ms, at most {most}: {(milliseconds <= most ? "holds" : "DOES NOT HOLD")}"));
        return milliseconds <= most;
    }

    private static double Milliseconds(string[] words)
    {
        var start = new ProcessStartInfo("dotnet", words) { RedirectStandardOutput = true };
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? clock.Elapsed.TotalMilliseconds : throw new InvalidOperationException($"'{string.Join(' ', words)}' exits with {process.ExitCode}.");
    }

    internal static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
