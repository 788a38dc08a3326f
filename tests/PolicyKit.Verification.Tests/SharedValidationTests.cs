using System.Text.Json;
using PolicyKit.Manifests;
using PolicyKit.Verification.Tests.Cases;

namespace PolicyKit.Verification.Tests;

/// <summary>Replays what the API server accepts and refuses.</summary>
internal sealed class SharedValidationTests
{
    [TestCase("validation/kubernetes-networkpolicy.json", "valid", false)]
    [TestCase("validation/cluster-network-policy.json", "standard", false)]
    [TestCase("validation/cluster-network-policy.json", "experimental", true)]
    public void The_reader_accepts_what_the_API_server_accepts(string file, string expectation, bool experimental)
    {
        using var json = JsonDocument.Parse(SharedCases.Text(file));
        var differences = new List<string>();
        var cases = json.RootElement.GetProperty("cases").EnumerateArray().ToList();
        foreach (var item in cases)
        {
            var manifest = new Manifest((ManifestMap)ManifestReader.ReadNode(item.GetProperty("object").GetRawText()).Node!);
            var reading = Judge.Read([manifest], new() { ClusterNetworkPolicy = new() { Channel = experimental ? ReleaseChannel.Experimental : ReleaseChannel.Standard } });
            var expected = item.GetProperty(expectation).GetBoolean();
            if (reading.IsRejected == expected) differences.Add($"{item.GetProperty("name").GetString()}: should be {(expected ? "accepted" : "refused")}: {string.Join("; ", reading.Findings)}");
        }

        cases.Count.ShouldBeGreaterThan(0);
        differences.ShouldBeEmpty();
    }
}
