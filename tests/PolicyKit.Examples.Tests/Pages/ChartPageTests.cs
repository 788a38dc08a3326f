using System.Text.Json;
using PolicyKit.Tests.Shared;
using StageSet;

namespace PolicyKit.Examples.Tests.Pages;

/// <summary>The page that sets the chart's verdicts beside ours: ours are computed here, the chart's are replayed where the rendered charts are at hand.</summary>
public sealed class ChartPageTests
{
    [Test]
    public void The_page_says_what_our_manifests_do() => MarkedSection.ShouldBe(
        Repository.File("examples", "StageSet", "CHART.md"), "flows", string.Join('\n', StageSetChart.Cases.Select(one => Table(one.Case, one.Wish, StageSetBundle.All.In(one.Modes)))));

    [Test]
    public void The_charts_verdicts_are_those_of_the_rendered_charts()
    {
        var root = Environment.GetEnvironmentVariable("POLICYKIT_CASES");
        if (string.IsNullOrEmpty(root)) Assert.Ignore("POLICYKIT_CASES does not name a folder of cases.");
        foreach (var row in StageSetChart.Rows)
        {
            foreach (var (engine, letter) in Engine.All.Zip(row.Chart)) Replayed(root!, row, engine).ShouldBe(letter, $"{row.Case}: {row.Connection} on {engine}");
        }
    }

    private static string Table(string name, string wish, PolicySet ours)
    {
        var rows = from row in StageSetChart.Rows
                   where row.Case == name
                   let own = Verdicts.OnEveryEngine(ours, row.Probe)
                   where own != row.Chart
                   select $"| {row.Connection} | {row.Chart} | {own} | {(row.Chart.Zip(own).All(pair => pair.First == pair.Second || pair.First == '!') ? StageSetChart.ReleaseFails : row.Why)} |\n";
        return $"### {char.ToUpperInvariant(wish[0])}{wish[1..]}\n\n| connection | chart | ours | who is right |\n| --- | --- | --- | --- |\n{string.Concat(rows)}";
    }

    private static char Replayed(string root, ChartRow row, Engine engine)
    {
        var folder = Path.Combine(root, "charts", "stageset-controller", engine.Name, $"{row.Case}-managed");
        var (from, to) = (Translated(row.Probe.From), Translated(row.Probe.To));
        foreach (var line in File.ReadLines(Path.Combine(folder, "queries.jsonl")))
        {
            var query = JsonDocument.Parse(line).RootElement;
            if (query.GetProperty("from").GetString() == from && query.GetProperty("to").GetString() == to && query.GetProperty("port").GetInt32() == row.Probe.PortNumber)
                return query.GetProperty("expect").GetString() switch { "allow" => 'A', "deny" => 'D', _ => '!' };
        }

        // The hook has the controller's labels, and is asked for another port there.
        return row.Probe.From.EndsWith("/cleanup", StringComparison.Ordinal) ? Replayed(root, row with { Probe = row.Probe with { From = "stageset-system/controller" } }, engine) : '?';
    }

    // The same ends under the names of the rendered cases, whose API server stands outside the cluster.
    private static string Translated(string end) => end switch
    {
        "stageset-system/controller" => "stageset-system/subject",
        "node:cp-1" => "ip:10.0.0.1",
        _ => end,
    };
}
