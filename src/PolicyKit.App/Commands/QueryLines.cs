using System.Text.Json;

namespace PolicyKit.App.Commands;

/// <summary>Input: a text with a question as JSON on each line. Output: the questions, with their lines. Promise: a line that is no question is refused with its number.</summary>
internal static class QueryLines
{
    /// <exception cref="CommandFailure">A line is no question.</exception>
    public static IEnumerable<(int Line, Query Query)> Read(TextReader text, string file)
    {
        for (var number = 1; text.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            yield return (number, Parse(line, file, number));
        }
    }

    /// <summary>A line that is no question, or whose question cannot be asked.</summary>
    public static CommandFailure Refuse(string file, int line, string why) => CommandFailure.BadInput(FormattableString.Invariant($"{file}({line}): error: {why}"));

    private static Query Parse(string line, string file, int number)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object) throw Refuse(file, number, "A question is a JSON object, with 'from', 'to', 'protocol' and 'port'.");
            if (!root.TryGetProperty("port", out var port) || port.ValueKind != JsonValueKind.Number || !port.TryGetInt32(out var portNumber))
            {
                throw Refuse(file, number, "The question has no whole number 'port'.");
            }

            Direction? direction = null;
            if (Optional("direction") is { } word && !Query.TryDirection(word, out direction)) throw Refuse(file, number, $"'{word}' is no direction. Write both, ingress or egress.");
            if (Optional("expect") is { } expect && !Query.Verdicts.Contains(expect)) throw Refuse(file, number, $"'{expect}' is no verdict. Write {string.Join(", ", Query.Verdicts)}.");
            return new(Text("from"), Text("to"), Text("protocol"), portNumber, direction, Optional("expect"));

            string Text(string key) => Optional(key) ?? throw Refuse(file, number, $"The question has no text '{key}'.");

            string? Optional(string key) => root.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (JsonException exception)
        {
            throw Refuse(file, number, $"This line is not JSON. {exception.Message}");
        }
    }
}
