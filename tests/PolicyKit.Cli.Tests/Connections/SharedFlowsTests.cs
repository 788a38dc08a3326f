using System.Text.Json;
using PolicyKit.Cli.Tests.Running;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Cli.Tests.Connections;

/// <summary>The connections of every shared folder of flows, as the tool's JSON says them, against what the engines' own code allows.</summary>
internal sealed class SharedFlowsTests
{
    [Test]
    public void Every_flow_is_listed_exactly_when_it_is_allowed()
    {
        var wrong = new List<string>();
        var (folders, flows) = (0, 0);
        foreach (var folder in SharedCases.With("flows.json"))
        {
            var ran = Tool.RunHere("connections", "--output", "json", folder);
            if (ran.ExitCode != 0) wrong.Add($"{folder}: exit code {ran.ExitCode}\n{ran.Errors}");
            else wrong.AddRange(Differences(folder, ran.Output, ref flows).Select(difference => $"{folder}: {difference}"));
            folders++;
        }

        TestContext.Out.WriteLine($"{folders} folders, {flows} flows");
        flows.ShouldBeGreaterThan(100_000);
        wrong.Take(20).ShouldBeEmpty();
    }

    private static List<string> Differences(string folder, string output, ref int count)
    {
        using var flows = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "flows.json")));
        using var json = JsonDocument.Parse(output);
        var listed = new Listed(json.RootElement.GetProperty("connections"));
        var undefined = new Listed(json.RootElement.GetProperty("undefined"));
        var allowed = Strings(flows, "allowed").ToHashSet(StringComparer.Ordinal);
        var outside = Strings(flows, "external");
        var isV6 = outside.Any(end => end.Contains(':') && !end.StartsWith("node:", StringComparison.Ordinal));
        var pods = Pods(folder, isV6);
        var pairs = pods.SelectMany(from => pods.Where(to => to != from).Select(to => (From: from, To: to)))
            .Concat(pods.SelectMany(pod => outside.SelectMany(end => new[] { (pod, end), (end, pod) })));
        var differences = new List<string>();
        foreach (var (from, to) in pairs)
        {
            foreach (var port in Strings(flows, "ports").Where(port => !port.StartsWith("ICMP", StringComparison.Ordinal)))
            {
                count++;
                var expected = allowed.Contains($"{from}>{to} {port}");
                if (listed.Has(from, to, port) != expected || undefined.Has(from, to, port)) differences.Add($"{from}>{to} {port} should be {(expected ? "listed" : "missing")}");
            }
        }

        return differences;
    }

    private static List<string> Strings(JsonDocument json, string key) => [.. json.RootElement.GetProperty(key).EnumerateArray().Select(item => item.GetString()!)];

    private static List<string> Pods(string folder, bool isV6)
    {
        var read = Manifests.ManifestReader.ReadFile(Path.Combine(folder, "manifests.yaml"), new() { WordsAsInYaml12 = true });
        var family = isV6 ? IpFamily.V6 : IpFamily.V4;
        return [.. Verification.World.ClusterReader.Read(read.Manifests).Cluster.Pods.Where(pod => pod.Address(family) is not null).Select(pod => pod.Name)];
    }

    /// <summary>The pairs of the JSON by name, and the networks outside by their addresses.</summary>
    private sealed class Listed
    {
        private readonly Dictionary<(string, string), JsonElement> _pairs = [];
        private readonly List<(IpSet Addresses, string Name)> _blocks = [];

        public Listed(JsonElement connections)
        {
            foreach (var pair in connections.EnumerateArray())
            {
                var (from, to) = (pair.GetProperty("from").GetString()!, pair.GetProperty("to").GetString()!);
                _pairs.TryAdd((from, to), pair.GetProperty("ports"));
                foreach (var end in new[] { from, to }.Where(end => end.StartsWith("cidr:", StringComparison.Ordinal) && _blocks.All(block => block.Name != end))) _blocks.Add((IpSet.Parse(end[5..]), end));
            }
        }

        public bool Has(string from, string to, string port)
        {
            var parts = port.Split('/');
            return _pairs.TryGetValue((Name(from), Name(to)), out var ports)
                && (ports.ValueKind == JsonValueKind.String
                    ? ports.GetString() == "all"
                    : ports.EnumerateArray().Any(one => one.GetProperty("protocol").GetString() == parts[0] && one.GetProperty("ports").GetString()!.Split(',').Any(range => Covers(range, int.Parse(parts[1])))));
        }

        private string Name(string end) => IpAddress.TryParse(end, out var address) ? _blocks.Find(block => block.Addresses.Contains(address)).Name ?? "nowhere" : end;

        private static bool Covers(string range, int port) => range.Split('-') is var ends && int.Parse(ends[0]) <= port && port <= int.Parse(ends[^1]);
    }
}
