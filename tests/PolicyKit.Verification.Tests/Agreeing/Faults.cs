using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyKit.Verification.Tests.Agreeing;

/// <summary>Input: emitted YAML. Output: the same with one fault in it, for every line where one can be planted below <c>spec</c>.</summary>
internal static partial class Faults
{
    private static readonly (string Kind, string From, string To)[] Words =
    [("protocol", "TCP", "UDP"), ("protocol", "UDP", "TCP"), ("protocol", "tcp:", "udp:"), ("protocol", "udp:", "tcp:"), ("label", "web", "other"), ("label", "prometheus", "other"),
        ("namespace", "monitoring", "shop"), ("namespace", "'shop'", "'monitoring'"), ("network", "203.0.113.", "203.0.112."), ("network", "8.8.0.0/16", "8.9.0.0/16"), ("family", "2001:db8:5::", "2001:db8:6::"),
        ("direction", "- Ingress", "- Egress"), ("direction", "- Egress", "- Ingress"), ("direction", "ingress:", "egress:"), ("direction", "egress:", "ingress:"),
        ("effect", "Deny", "Accept"), ("effect", "Accept", "Deny"), ("effect", "Allow", "Deny"), ("name", "metrics", "other")];

    /// <summary>Each fault: its kind, the line it is planted in, and the text with it.</summary>
    public static IEnumerable<(string Kind, string Line, string Yaml)> Plant(string yaml)
    {
        var lines = yaml.Split('\n');
        var inSpec = false;
        for (var at = 0; at < lines.Length; at++)
        {
            if (lines[at] == "---") inSpec = false;
            if (inSpec && lines[at].Length > 0)
            {
                yield return ("lost", lines[at], Joined(lines.Take(at).Concat(lines.Skip(End(lines, at)))));
                foreach (var (kind, changed) in Changed(lines[at])) yield return (kind, lines[at], Joined(lines.Take(at).Append(changed).Concat(lines.Skip(at + 1))));
            }

            if (lines[at] == "spec:") inSpec = true;
        }
    }

    private static IEnumerable<(string Kind, string Line)> Changed(string line)
    {
        if (Number().Match(line) is { Success: true } number && !line.Contains("order:", StringComparison.Ordinal) && !line.Contains("priority:", StringComparison.Ordinal))
        {
            yield return ("one more", WithNumber(line, number.Groups[1], 1));
            yield return ("one less", WithNumber(line, number.Groups[1], -1));
        }

        foreach (var (kind, from, to) in Words)
        {
            if (line.Contains(from, StringComparison.Ordinal)) yield return (kind, line.Replace(from, to, StringComparison.Ordinal));
        }
    }

    private static string WithNumber(string line, Group number, int change) =>
        line[..number.Index] + (int.Parse(number.Value, CultureInfo.InvariantCulture) + change).ToString(CultureInfo.InvariantCulture) + line[(number.Index + number.Length)..];

    /// <summary>Where the node that begins in a line ends; the items of a list stand as deep as its key.</summary>
    private static int End(string[] lines, int at)
    {
        var depth = Depth(lines[at]);
        var isItem = lines[at].TrimStart().StartsWith("- ", StringComparison.Ordinal);
        for (at++; at < lines.Length && lines[at] != "---"; at++)
        {
            var deeper = Depth(lines[at]) > depth || (!isItem && Depth(lines[at]) == depth && lines[at].TrimStart().StartsWith("- ", StringComparison.Ordinal));
            if (!deeper) break;
        }

        return at;
    }

    private static int Depth(string line) => line.Length - line.TrimStart().Length;

    private static string Joined(IEnumerable<string> lines) => string.Join('\n', lines);

    [GeneratedRegex(@"(?:[pP]ort|number|start|end|- )[:']* ?[""']?(\d{2,5})(?:[""']?$|:)")]
    private static partial Regex Number();
}
