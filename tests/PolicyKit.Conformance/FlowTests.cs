using System.Text.Json;
using PolicyKit.Manifests;
using PolicyKit.Verification;
using PolicyKit.Verification.Agreeing;
using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Reading;
using PolicyKit.Verification.Sets;
using PolicyKit.Verification.World;

namespace PolicyKit.Conformance;

/// <summary>What a person said of each flow is what the written policies, the intermediate form and every engine's manifests say, up to the declared gaps.</summary>
public sealed class FlowTests
{
    private static readonly SimulatedCluster World = ClusterReader.Read(ManifestReader.Read(File.ReadAllText(Path.Combine(Corpus.Root, "..", "world.yaml"))).Manifests).Cluster;

    private static IEnumerable<TestCaseData> Cases() => Case.All.Select(one => new TestCaseData(one).SetArgDisplayNames(one.Name));

    private static IEnumerable<TestCaseData> CasesInAllWords() =>
        Case.All.Where(one => one.Policies.All(entry => entry is Policy { Fragments.Count: 0 })).Select(one => new TestCaseData(one).SetArgDisplayNames(one.Name));

    [TestCaseSource(nameof(CasesInAllWords))]
    public void What_is_written_means_what_was_expected(object testCase)
    {
        var one = (Case)testCase;
        if (one.Profile.ApiServer.Sources is null && one.Policies.Policies.SelectMany(policy => policy.Ingress ?? []).Any(rule => rule.Peers.Contains(Dsl.ApiServer)))
        {
            Should.Throw<ArgumentException>(() => Judge.Of(Applied(one), WorldOf(one), one.Profile)).Message.ShouldContain("apiServer.sources");
            return;
        }

        var judge = Judge.Of(Applied(one), WorldOf(one), one.Profile);

        Flows(one).Where(flow => !flow.IsMetBy(judge)).Select(flow => flow.Against(judge)).ShouldBeEmpty();
    }

    [TestCaseSource(nameof(CasesInAllWords))]
    public void The_intermediate_form_means_what_was_expected(object testCase)
    {
        var one = (Case)testCase;
        foreach (var emitted in Engine.All.Select(engine => Applied(one).Emit(engine, one.Profile)).Where(emitted => emitted.Succeeded))
        {
            var judge = Judge.Of(emitted.Ir, WorldOf(one));
            Flows(one).Where(flow => !flow.IsMetBy(judge)).Select(flow => flow.Against(judge)).ShouldBeEmpty();
        }
    }

    [TestCaseSource(nameof(Cases))]
    public void Every_engine_means_what_was_expected_up_to_its_named_gaps(object testCase)
    {
        var one = (Case)testCase;
        foreach (var engine in Engine.All)
        {
            var facts = EngineFit.For(engine, one.Profile);
            var emitted = Applied(one).Emit(engine, facts);
            if (!emitted.Succeeded) continue;
            var manifests = ManifestReader.Read(emitted.ToYaml()).Manifests;
            if (!manifests.All(PolicyReader.Owns)) continue;
            var judge = Judge.Of(Judge.Read(manifests, facts), WorldOf(one), facts);
            var covers = emitted.Gaps.Select(gap => new GapCover(gap, judge.Cluster, facts)).ToList();

            Flows(one).Where(flow => !flow.IsMetBy(judge) && !flow.IsCoveredBy(covers, judge.Answers))
                .Select(flow => $"{engine}: {flow.Against(judge)}").ShouldBeEmpty();
        }
    }

    /// <summary>A policy without a namespace is applied to that of the case, as <c>kubectl -n shop</c> would.</summary>
    private static PolicySet Applied(Case one) => one.Policies.InNamespace("shop");

    /// <summary>The cluster knows its API server, whatever the profile tells.</summary>
    private static SimulatedCluster WorldOf(Case one)
    {
        var addresses = (one.Profile.ApiServer.Cidrs ?? [CidrBlock.Parse("172.18.0.2/32")]).Aggregate(IpSet.Empty, (set, cidr) => set | IpSet.Parse(cidr.ToString()));
        return World.WithApiServer(addresses).With(new ClusterServiceEndpoints("default", "kubernetes") { Addresses = [addresses.Ranges[0].First, addresses.Ranges[0].Last], Ports = [new("https", Protocol.Tcp, (ushort)(one.Profile.ApiServer.Ports ?? [6443])[0])] });
    }

    private static IEnumerable<ExpectedFlow> Flows(Case one) => File.ReadAllLines(one.File("flows.jsonl")).Select(line => ExpectedFlow.Parse(line, WorldOf(one)));

    private sealed record ExpectedFlow(Flow Flow, Direction? Direction, bool Allowed)
    {
        public static ExpectedFlow Parse(string line, SimulatedCluster world)
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            var protocol = Enum.Parse<Protocol>(Text("protocol"), ignoreCase: true);
            var flow = world.Flow(Text("from"), Text("to"), new Traffic.Transport(protocol, root.GetProperty("port").GetUInt16()));
            Direction? direction = root.TryGetProperty("direction", out var end) ? Enum.Parse<Direction>(end.GetString()!, ignoreCase: true) : null;
            return new(flow, direction, Text("expect") == "allow");

            string Text(string name) => root.GetProperty(name).GetString()!;
        }

        public bool IsMetBy(Judge judge)
        {
            var flow = AsKnownTo(judge.Cluster);
            var verdict = Direction is { } end ? judge.Decide(end, flow) : judge.Decide(flow).Whole;
            return Allowed ? verdict is Verdict.Allow : verdict is Verdict.Deny;
        }

        public bool IsCoveredBy(IEnumerable<GapCover> covers, Answers answers) => covers.Any(cover => IsRawElsewhere(cover.Gap) ||
            (cover.Concerns(Direction ?? cover.Gap.Flows.Direction, Allowed ? GapEffect.Cuts : GapEffect.Opens)
            && cover.Holds(Surroundings.Alone, answers)
            && cover.Covers(Flow, answers) is Verdict.Allow));

        // What a raw manifest of another engine selects, only that engine knows.
        private static bool IsRawElsewhere(Gap gap) => gap.Id == Gaps.FragmentElsewhere && gap.Flows.Namespace is null;

        public string Against(Judge judge) => $"{this}, but is: {judge.Decide(AsKnownTo(judge.Cluster))}";

        public override string ToString() => $"{Flow} {(Direction is { } end ? $"({end}) " : "")}should be {(Allowed ? "allowed" : "denied")}";

        // The judge's cluster knows where the API server is.
        private Flow AsKnownTo(SimulatedCluster cluster) => cluster.Flow(Flow.From.Name, Flow.To.Name, Flow.Traffic);
    }
}
