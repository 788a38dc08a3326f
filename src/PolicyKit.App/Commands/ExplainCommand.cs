using System.CommandLine;
using System.Text.Json;
using System.Text.RegularExpressions;
using PolicyKit.App.Consoles;
using PolicyKit.App.Inputs;
using PolicyKit.Verification.Explaining;

namespace PolicyKit.App.Commands;

/// <summary><c>explain</c>: the whole story of one connection, from both its ends.</summary>
internal static partial class ExplainCommand
{
    public static Command Create(PolicySource source, Terminal terminal)
    {
        var flow = new Argument<string>("FLOW") { Description = "The connection, as 'shop/web > shop/db TCP/5432'. Quote it: a shell takes > for itself. 'to' may stand for it." };
        var output = OutputOption.Of("text", "json");
        var command = new ProgramCommand("explain", "Tell the whole story of one connection, from both its ends.")
        {
            Examples =
            [
                ("explain 'shop/web > shop/db TCP/5432' cluster/", "Who restricts each end, which rule decided, and which came nearest."),
                ("explain 'ip:203.0.113.7 to shop/web TCP/443' --output json cluster/", "The same for a program."),
            ],
        };
        command.Arguments.Add(flow);
        command.Options.Add(output);
        source.AddTo(command);
        command.SetAction(line =>
        {
            var query = Parse(line.GetRequiredValue(flow));
            var subject = Sound.Of(source.Load(line, terminal), terminal);
            var explanations = Explain(query, subject);
            if (line.GetValue(output) == "json") Json.WriteIndented(terminal.Output, json => Write(json, query, explanations));
            else terminal.Output.Write($"{string.Join("\n\n", explanations)}\n");
            return ExitCodes.Fine;
        });
        return command;
    }

    private static Query Parse(string text)
    {
        var match = Form().Match(text);
        if (!match.Success) throw CommandFailure.Usage($"'{text}' is no connection. Write it as 'shop/web > shop/db TCP/5432'.");
        return new(match.Groups["from"].Value, match.Groups["to"].Value, match.Groups["protocol"].Value, int.Parse(match.Groups["port"].Value, System.Globalization.CultureInfo.InvariantCulture), null, null);
    }

    private static IReadOnlyList<ConnectionExplanation> Explain(Query query, Subject subject)
    {
        try
        {
            return [.. query.In(subject.Judge.Cluster).Select(subject.Judge.Explain)];
        }
        catch (ArgumentException exception)
        {
            throw CommandFailure.BadInput(exception);
        }
    }

    /// <summary>A Service has a story for each of its endpoints.</summary>
    private static void Write(Utf8JsonWriter json, Query query, IReadOnlyList<ConnectionExplanation> explanations)
    {
        if (!query.IsOfService)
        {
            Write(json, query, explanations[0]);
            return;
        }

        json.WriteStartArray();
        foreach (var one in explanations) Write(json, query with { To = one.Flow.To.Name, Port = ((Verification.Deciding.Traffic.Transport)one.Flow.Traffic).DestinationPort }, one);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Query query, ConnectionExplanation explanation)
    {
        json.WriteStartObject();
        json.WriteString("from", query.From);
        json.WriteString("to", query.To);
        json.WriteString("protocol", query.Protocol);
        json.WriteNumber("port", query.Port);
        json.WriteString("verdict", Answer.Word(explanation.Verdict.Whole));
        Write(json, "egress", explanation.Egress);
        Write(json, "ingress", explanation.Ingress);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string key, EndExplanation end)
    {
        json.WriteStartObject(key);
        json.WriteString("verdict", Answer.Word(end.Verdict));
        json.WriteString("reason", end.Reason);
        json.WriteStartArray("restrictedBy");
        foreach (var source in end.RestrictedBy) json.WriteStringValue(source.ToString());
        json.WriteEndArray();
        if (end.Rule is { } rule) json.WriteString("rule", rule.ToString());
        if (end.Nearest is { } nearest) json.WriteString("nearest", nearest.ToString());
        if (end.Questions.Count > 0)
        {
            json.WriteStartArray("questions");
            foreach (var question in end.Questions) json.WriteStringValue(question.ToString());
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    [GeneratedRegex(@"^\s*(?<from>\S+?)\s*(?:->|=>|>|\sto\s)\s*(?<to>\S+)\s+(?<protocol>[A-Za-z0-9]+)/(?<port>[0-9]{1,5})\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
