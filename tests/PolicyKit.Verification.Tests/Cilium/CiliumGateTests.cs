using System.Text.Json;
using PolicyKit.Manifests;
using PolicyKit.Verification.Engines.Cilium;
using PolicyKit.Verification.Reading;
using PolicyKit.Verification.Tests.Cases;

namespace PolicyKit.Verification.Tests.Cilium;

/// <summary>Replays what the two gates of Cilium accept: the API server with its CRD, and the agent, which saw every object as it is written.</summary>
internal sealed class CiliumGateTests
{
    private static readonly CiliumFacts Newest = new() { Version = new(1, 21) };

    /// <summary>What the agent's decoder makes of these has no consequence: no API server stores them, so no agent ever sees them.</summary>
    private static readonly string[] NeverStored = ["endpointSelector-null", "labels-no-key"];

    [Test]
    public void Both_gates_accept_what_those_of_the_newest_version_accept()
    {
        var differences = new List<string>();
        var count = 0;
        foreach (var line in SharedCases.Text("validation/cilium.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var json = JsonDocument.Parse(line);
            var item = json.RootElement;
            var manifest = new Manifest((ManifestMap)ManifestReader.ReadNode(item.GetProperty("object").GetRawText()).Node!);
            count++;

            var stored = new ReadingLog(manifest);
            CiliumReader.PassApiServer(manifest, stored, Newest.Version);
            Compare("apiserver", stored.Findings.All(finding => finding.Consequence == ReadConsequence.Accepted), stored);
            Compare("apiserverNonStrict", stored.IsEnforced, stored);

            if (NeverStored.Contains(item.GetProperty("name").GetString()))
            {
                item.GetProperty("apiserverNonStrict").GetBoolean().ShouldBeFalse();
                continue;
            }

            var taken = new ReadingLog(manifest);
            CiliumReader.PassAgent(manifest, manifest.Root, taken, Newest);
            Compare("agent", taken.Findings.All(finding => finding.Consequence is not (ReadConsequence.IgnoredByAgent or ReadConsequence.RejectedByApiServer)), taken);

            void Compare(string gate, bool actual, ReadingLog log)
            {
                if (item.GetProperty(gate).GetBoolean() != actual) differences.Add($"{item.GetProperty("name").GetString()}: {gate} should {(actual ? "refuse" : "accept")}: {string.Join("; ", log.Findings)}");
            }
        }

        count.ShouldBe(180);
        differences.Count.ShouldBe(0, string.Join('\n', differences));
    }
}
