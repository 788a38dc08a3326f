using System.Text.Encodings.Web;
using System.Text.Json;
using PolicyKit.Verification.Connecting;

namespace PolicyKit.App.Commands;

/// <summary>Pairs as lists that other programs read, written while they are computed.</summary>
internal static class ConnectionLists
{
    /// <summary>The ports of a pair on one line, what is undefined behind what is allowed.</summary>
    public static string Ports(ReachablePair pair) =>
        string.Join("; ", (pair.Allowed.IsEmpty ? [] : (IEnumerable<string>)[pair.Allowed.ToString()]).Concat(pair.Undefined.Select(ports => $"undefined {ports}")));

    public static void WriteCsv(IEnumerable<ReachablePair> pairs, TextWriter output)
    {
        output.Write("from,to,allowed,undefined\n");
        foreach (var pair in pairs)
        {
            output.Write($"{Cell(pair.From)},{Cell(pair.To)},{Cell(pair.Allowed.IsEmpty ? "" : pair.Allowed.ToString())},{Cell(string.Join("; ", pair.Undefined))}\n");
        }
    }

    /// <summary>The same keys as the JSON; a pair with something undefined has it beside what is allowed.</summary>
    public static void WriteYaml(IEnumerable<ReachablePair> pairs, TextWriter output)
    {
        output.Write("connections:\n");
        var any = false;
        foreach (var pair in pairs)
        {
            any = true;
            output.Write($"- from: {Quoted(pair.From)}\n  to: {Quoted(pair.To)}\n");
            if (!pair.Allowed.IsEmpty) output.Write($"  ports: {Value(pair.Allowed)}\n");
            if (pair.Undefined.Count == 0) continue;
            output.Write("  undefined:\n");
            foreach (var ports in pair.Undefined) output.Write($"  - ports: {Value(ports.Ports)}\n    questions: [{string.Join(", ", ports.Questions.Select(Quoted))}]\n");
        }

        if (!any) output.Write("  []\n");
    }

    private static string Value(AllowedPorts ports) =>
        ports.IsAll ? "all" : $"[{string.Join(", ", ports.ByProtocol().Select(one => $"{{protocol: {one.Protocol}, ports: {Quoted(one.Ports)}}}"))}]";

    // Every text of JSON is one of YAML.
    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    private static string Cell(string text) => text.AsSpan().IndexOfAny(",\"\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
