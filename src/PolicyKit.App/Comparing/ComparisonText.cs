using System.Text.Json;
using PolicyKit.App.Consoles;
using PolicyKit.Verification.Connecting;

namespace PolicyKit.App.Comparing;

/// <summary>A comparison for a person, a pull request, or a program.</summary>
internal static class ComparisonText
{
    public static void WriteText(Comparison comparison, Terminal terminal)
    {
        var colours = terminal.Colours;
        terminal.Output.Write(colours.Strong(Summary(comparison)) + "\n");
        foreach (var (sign, change, ports) in Lines(comparison))
        {
            var line = $"{sign} {change.From} => {change.To}: {ports}";
            terminal.Output.Write((sign switch { '+' => colours.Good(line), '-' => colours.Bad(line), _ => colours.Doubtful(line) }) + "\n");
        }
    }

    public static void WriteMarkdown(Comparison comparison, TextWriter output)
    {
        output.Write($"### Network policies: {Summary(comparison)}\n");
        if (comparison.Changes.Count == 0) return;
        output.Write("\n");
        TextTable.WriteMarkdown(output, ["", "from", "to", "ports"], Lines(comparison).Select(line => (IReadOnlyList<string>)[line.Sign switch { '+' => "gained", '-' => "lost", _ => "open question" }, $"`{line.Change.From}`", $"`{line.Change.To}`", line.Ports]));
    }

    public static void WriteJson(Comparison comparison, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("result", comparison.Word);
        WriteList(json, "gained", comparison.Changes.Where(change => !change.Gained.IsEmpty), change => change.Gained);
        WriteList(json, "lost", comparison.Changes.Where(change => !change.Lost.IsEmpty), change => change.Lost);
        json.WriteStartArray("uncertain");
        foreach (var change in comparison.Changes.Where(change => change.IsUncertain))
        {
            WriteEnds(json, change);
            json.WriteString("before", string.Join("; ", change.Before.Undefined));
            json.WriteString("after", string.Join("; ", change.After.Undefined));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Summary(Comparison comparison) => comparison.Word == "equal"
        ? "equal: every connection is as it was"
        : FormattableString.Invariant($"{comparison.Word}: {comparison.Changes.Count(change => !change.Gained.IsEmpty)} gained, {comparison.Changes.Count(change => !change.Lost.IsEmpty)} lost{(comparison.Changes.Any(change => change.IsUncertain) ? FormattableString.Invariant($", open questions at {comparison.Changes.Count(change => change.IsUncertain)}") : "")}");

    private static IEnumerable<(char Sign, Change Change, string Ports)> Lines(Comparison comparison)
    {
        foreach (var change in comparison.Changes)
        {
            if (!change.Gained.IsEmpty) yield return ('+', change, change.Gained.ToString());
            if (!change.Lost.IsEmpty) yield return ('-', change, change.Lost.ToString());
            if (change.IsUncertain) yield return ('?', change, $"before {Words(change.Before.Undefined)}, now {Words(change.After.Undefined)}");
        }
    }

    private static string Words(ValueArray<UndefinedPorts> undefined) => undefined.Count == 0 ? "settled" : string.Join("; ", undefined);

    private static void WriteList(Utf8JsonWriter json, string key, IEnumerable<Change> changes, Func<Change, AllowedPorts> ports)
    {
        json.WriteStartArray(key);
        foreach (var change in changes)
        {
            WriteEnds(json, change);
            if (ports(change).IsAll)
            {
                json.WriteString("ports", "all");
            }
            else
            {
                json.WriteStartArray("ports");
                foreach (var (protocol, numbers) in ports(change).ByProtocol())
                {
                    json.WriteStartObject();
                    json.WriteString("protocol", protocol);
                    json.WriteString("ports", numbers);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteEnds(Utf8JsonWriter json, Change change)
    {
        json.WriteStartObject();
        json.WriteString("from", change.From);
        json.WriteString("to", change.To);
    }
}
