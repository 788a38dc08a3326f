using System.Text.Json;
using System.Text.RegularExpressions;
using PolicyKit.Manifests;
using PolicyKit.Verification.Connecting;
using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Reading;
using PolicyKit.Verification.Sets;
using PolicyKit.Verification.Tests.Connecting;
using PolicyKit.Verification.World;

namespace PolicyKit.Verification.Tests.Cases;

/// <summary>A case folder: manifests, the enforcer, and questions with the answers they must get.</summary>
internal sealed partial class Case
{
    private readonly Judge _judge;
    private readonly PolicyReading _policies;
    private readonly IReadOnlyList<CaseQuery> _queries;

    private Case(string manifests, string profile, Func<SimulatedCluster, IReadOnlyList<CaseQuery>> queries)
    {
        var facts = CaseProfile.Read(profile, manifests);
        var read = ManifestReader.Read(LoneLetter().Replace(manifests, "\"$1\""));
        read.Diagnostics.ShouldBeEmpty();
        var trees = read.Manifests;
        _policies = Judge.Read(trees, facts);
        _judge = Judge.Of(_policies, ClusterReader.Read(trees).Cluster, facts);
        _queries = queries(_judge.Cluster);
        (Manifests, Profile) = (trees, facts);
    }

    public static Case Read(string folder)
    {
        var profile = Path.Combine(folder, "profile.yaml");
        var flows = Path.Combine(folder, "flows.json");
        return new(
            File.ReadAllText(Path.Combine(folder, "manifests.yaml")),
            File.Exists(profile) ? File.ReadAllText(profile) : "engine: kubernetes",
            cluster => File.Exists(flows) ? Flows(File.ReadAllText(flows), cluster) : [.. CaseQuery.FromLines(File.ReadAllText(Path.Combine(folder, "queries.jsonl")))]);
    }

    /// <summary>The questions that get another answer, each with that answer and why.</summary>
    public IReadOnlyList<string> Differences() =>
        [.. from query in _queries let actual = Answer(query) where actual.Word != query.Expect select $"{query}: should be {query.Expect}, is {actual.Word} ({actual.Why})"];

    /// <summary>The answers whose explanation says something else, or denies and names nobody who does.</summary>
    public IReadOnlyList<string> Unexplained() =>
    [
        .. from query in _policies.IsRejected ? [] : _queries
           let flow = _judge.Cluster.Flow(query.From, query.To, query.Traffic)
           from direction in Enum.GetValues<Direction>()
           let explained = _judge.Explain(direction, flow)
           where !explained.Verdict.Equals(_judge.Decide(direction, flow)) || (explained is { Verdict: Verdict.Deny, Rule: null, RestrictedBy.Count: 0 }) || (explained is { Verdict: Verdict.Undefined, Questions.Count: 0 })
           select $"{query}: {explained}",
    ];

    public IReadOnlyList<Manifest> Manifests { get; }

    public ClusterProfile Profile { get; }

    public int Count => _queries.Count;

    /// <summary>The questions about ports of both ends that the list of connections answers otherwise.</summary>
    public IReadOnlyList<string> DifferencesFromConnections()
    {
        var reachability = Reachability.Of(_judge);
        var pairs = reachability.Pairs.ToDictionary(pair => (pair.From, pair.To));
        return [.. from query in _queries where query.Traffic is Traffic.Transport let actual = Listed(reachability, pairs, query) where actual != query.Expect select $"{query}: should be {query.Expect}, is listed as {actual}"];
    }

    private static string Listed(Reachability reachability, Dictionary<(string, string), ReachablePair> pairs, CaseQuery query) =>
        Listing.In(pairs.GetValueOrDefault((Listing.EndOf(reachability, query.From), Listing.EndOf(reachability, query.To))), (Traffic.Transport)query.Traffic);

    private (string Word, string Why) Answer(CaseQuery query)
    {
        if (_policies.IsRejected) return ("rejected", string.Join("; ", _policies.Findings));
        var flow = _judge.Cluster.Flow(query.From, query.To, query.Traffic);
        var verdict = query.Direction is { } direction ? _judge.Decide(direction, flow) : _judge.Decide(flow).Whole;
        return (verdict.ToString(), string.Join(", ", verdict.Trace));
    }

    /// <summary>Every ordered pair of different pods, and every pod with every outside end in both roles; what is not listed is denied.</summary>
    private static List<CaseQuery> Flows(string text, SimulatedCluster cluster)
    {
        using var json = JsonDocument.Parse(text);
        var allowed = Strings(json, "allowed").ToHashSet(StringComparer.Ordinal);
        var ports = Strings(json, "ports").ToList();
        var outside = Strings(json, "external").ToList();
        var family = outside.Any(name => name.Contains(':') && !name.StartsWith("node:", StringComparison.Ordinal)) ? IpFamily.V6 : IpFamily.V4;
        var pods = cluster.Pods.Where(pod => pod.Address(family) is not null).Select(pod => pod.Name).ToList();
        var pairs = pods.SelectMany(from => pods.Where(to => to != from).Select(to => (from, to)))
            .Concat(pods.SelectMany(pod => outside.SelectMany(end => new[] { (pod, end), (end, pod) })));
        return [.. from pair in pairs from port in ports select new CaseQuery(Name(pair.Item1), Name(pair.Item2), CaseQuery.TrafficOf(port), null, allowed.Contains($"{pair.Item1}>{pair.Item2} {port}") ? "allow" : "deny")];
    }

    private static string Name(string end) => IpAddress.TryParse(end, out _) ? "ip:" + end : end;

    private static IEnumerable<string> Strings(JsonDocument json, string key) => json.RootElement.GetProperty(key).EnumerateArray().Select(item => item.GetString()!).ToList();

    /// <summary>The cases have a namespace y, unquoted, which the reader refuses because some readers of YAML take it for true.</summary>
    [GeneratedRegex("(?<=[:-] )([yn])$", RegexOptions.Multiline)]
    private static partial Regex LoneLetter();
}
