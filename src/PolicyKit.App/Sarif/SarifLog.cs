using System.Text.Json;
using PolicyKit.Rules;

namespace PolicyKit.App.Sarif;

/// <summary>Input: findings. Output: a log in SARIF 2.1.0, the form that code hosts show beside the lines of a change.</summary>
internal static class SarifLog
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<Diagnostic> found)
    {
        var rules = RuleCatalogue.All.Where(rule => found.Any(one => one.Id == rule.Id)).ToList();
        json.WriteStartObject();
        json.WriteString("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(json, rules);
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach (var one in found) WriteResult(json, one, rules.FindIndex(rule => rule.Id == one.Id));
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter json, List<Rule> rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "PolicyKit");
        json.WriteString("version", typeof(SarifLog).Assembly.GetName().Version!.ToString(3));
        json.WriteString("informationUri", "https://github.com/policykit/policykit");
        json.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            WriteText(json, "shortDescription", rule.Title + ".");
            json.WriteString("helpUri", rule.HelpUri);
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", Level(rule.Severity));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, Diagnostic one, int rule)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", one.Id);
        if (rule >= 0) json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", Level(one.Severity));
        WriteText(json, "message", one.Mend.Length == 0 ? one.Message : $"{one.Message} {one.Mend}");
        if ((one.File ?? one.Origin.File) is { } file) WriteLocation(json, file, one.Position.IsKnown ? one.Position.Line : one.Origin.Line, one.Position.Column);
        json.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter json, string file, int line, int column)
    {
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", UriOf(file));
        json.WriteEndObject();
        if (line > 0)
        {
            json.WriteStartObject("region");
            json.WriteNumber("startLine", line);
            if (column > 0) json.WriteNumber("startColumn", column);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    // Relative paths stay relative: the host knows the root of the repository, and this machine's folders are nobody's business.
    private static string UriOf(string file)
    {
        var escaped = string.Join('/', file.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));
        return Path.IsPathRooted(file) ? $"file://{(escaped.StartsWith('/') ? "" : "/")}{escaped}" : escaped;
    }

    private static void WriteText(Utf8JsonWriter json, string key, string text)
    {
        json.WriteStartObject(key);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string Level(Severity severity) => severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" };
}
