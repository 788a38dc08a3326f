using System.Text.Json;
using PolicyKit.Engines.Cilium;
using PolicyKit.Manifests;

namespace PolicyKit.Tests.Engines.Cilium;

/// <summary>Replays what an API server and an agent said of objects: the definitions and the code of 1.21-dev.</summary>
public sealed class CiliumSharedCasesTests
{
    private static readonly EngineVersion Version = new(1, 21);

    [Test]
    public void Both_gates_say_what_they_really_said()
    {
        var differences = new List<string>();
        foreach (var line in File.ReadLines(SharedCases.File("validation", "cilium.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            var expected = json.RootElement;
            var findings = Findings(expected.GetProperty("object").GetRawText());
            var stored = !findings.Exists(finding => finding.Objector is Objector.ApiServerRefuses);
            var strict = stored && !findings.Exists(finding => finding.Objector is Objector.ApiServerPrunes);
            var enforced = !findings.Exists(finding => finding.Objector is Objector.AgentRefuses);
            Compare("API server", strict, "apiserver");
            Compare("API server without strict validation", stored, "apiserverNonStrict");
            // What is not stored never reaches an agent.
            if (stored) Compare("agent", enforced, "agent");

            void Compare(string who, bool answer, string property)
            {
                if (answer != expected.GetProperty(property).GetBoolean())
                    differences.Add($"{expected.GetProperty("name")}: {who} {(answer ? "accepts" : "refuses")}: {string.Join(" ", findings)}");
            }
        }

        differences.ShouldBeEmpty();
    }

    private static List<RuleFinding> Findings(string json)
    {
        var findings = new List<RuleFinding>();
        CiliumRules.Check(ManifestReader.Read(json).Manifests.ShouldHaveSingleItem(), Version, findings.Add);
        return findings;
    }
}
