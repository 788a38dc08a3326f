using System.Text.Json;
using PolicyKit.Verification.Engines.Calico;
using PolicyKit.Verification.Tests.Cases;

namespace PolicyKit.Verification.Tests.Engines.Calico;

/// <summary>Replays what Calico's own parser says about selectors.</summary>
internal sealed class SharedSelectorTests
{
    [Test]
    public void Every_selector_is_valid_and_matches_as_Calico_says()
    {
        var lines = SharedCases.Text("calico-selectors/vectors.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var differences = new List<string>();
        foreach (var line in lines)
        {
            using var json = JsonDocument.Parse(line);
            var vector = json.RootElement;
            var text = vector.GetProperty("sel").GetString()!;
            var reading = CalicoSelectorParser.Parse(text);
            if (reading.Selector is not null != vector.GetProperty("valid").GetBoolean()) differences.Add($"'{text}': {reading}");
            if (reading.Selector is not { } selector) continue;
            var labels = vector.GetProperty("labels").EnumerateArray().Select(map => map.EnumerateObject().ToDictionary(label => label.Name, label => label.Value.GetString()!));
            var expected = vector.GetProperty("match").EnumerateArray().Select(match => match.GetBoolean());
            if (!labels.Select(selector.Matches).SequenceEqual(expected)) differences.Add($"'{text}' matches otherwise");
        }

        differences.ShouldBeEmpty();
        lines.Length.ShouldBeGreaterThan(80);
    }
}
