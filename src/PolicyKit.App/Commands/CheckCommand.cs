using System.CommandLine;
using System.Globalization;
using System.Text;
using PolicyKit.App.Consoles;
using PolicyKit.App.Inputs;

namespace PolicyKit.App.Commands;

/// <summary><c>check</c>: may this connection be made? One question, or a file with many.</summary>
internal static class CheckCommand
{
    public static Command Create(PolicySource source, Terminal terminal)
    {
        var from = new Option<string?>("--from") { Description = "Where it comes from: NAMESPACE/POD, node:NAME, ip:ADDRESS or dns:NAME.", HelpName = "END" };
        var to = new Option<string?>("--to") { Description = "Where it goes: as above, or service:NAMESPACE/NAME with one of the Service's ports.", HelpName = "END" };
        var port = new Option<string?>("--port") { Description = "The destination port, or the type of ICMP.", HelpName = "N" };
        var protocol = new Option<string>("--protocol") { Description = "The protocol.", DefaultValueFactory = _ => "TCP" }.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, Query.Protocols);
        var direction = new Option<string>("--direction") { Description = "Which end is asked.", DefaultValueFactory = _ => "both" }.AcceptOnlyFromAmong("both", "ingress", "egress");
        var expect = new Option<string?>("--expect") { Description = "The verdict that makes the exit code 0; any other makes it 1." }.AcceptOnlyFromAmong(Query.Verdicts);
        var queries = new Option<string?>("--queries") { Description = "A file with a question as JSON on each line, or - for standard input; the answers are JSON lines in the same order.", HelpName = "FILE" };
        var output = OutputOption.Of("text", "json");
        var command = new ProgramCommand("check", "Say whether a connection is allowed, and why.")
        {
            Examples =
            [
                ("check --from shop/web --to shop/db --port 5432 cluster/", "May pod web reach pod db, by both its egress and the other's ingress?"),
                ("check --from ip:203.0.113.7 --to shop/web --port 443 --direction ingress cluster/", "Does the pod let this address in?"),
                ("check --from shop/web --to service:shop/db --port 80 cluster/", "The same through a Service: every pod behind its port is asked."),
                ("check --queries questions.jsonl --profile prod.yaml cluster/", "Answers {\"from\":\"shop/web\",\"to\":\"shop/db\",\"protocol\":\"TCP\",\"port\":5432,\"expect\":\"allow\"} and its like, one a line."),
            ],
        };
        foreach (var option in (Option[])[from, to, port, protocol, direction, expect, queries, output]) command.Options.Add(option);
        source.AddTo(command);
        command.SetAction(line =>
        {
            if (line.GetValue(queries) is { } file) return AskAll(file, line);
            if (line.GetValue(from) is not { } sender || line.GetValue(to) is not { } receiver || line.GetValue(port) is not { } written)
            {
                throw CommandFailure.Usage("Say which connection with --from, --to and --port, or name a file of questions with --queries.");
            }

            if (!int.TryParse(written, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) throw CommandFailure.Usage($"'{written}' is no port. A port is a number from 1 to 65535.");
            _ = Query.TryDirection(line.GetValue(direction)!, out var end);
            return AskOne(new(sender, receiver, line.GetValue(protocol)!.ToUpperInvariant().Replace("ICMPV", "ICMPv", StringComparison.Ordinal), number, end, line.GetValue(expect)), line);
        });
        return command;

        int AskOne(Query query, ParseResult line)
        {
            var subject = Load(line);
            try
            {
                var answer = Answer.To(query, subject, isExplained: true);
                if (line.GetValue(output) == "json") WriteJson(answer);
                else AnswerText.Write(answer, terminal);
                return answer.AsExpected == false ? ExitCodes.Findings : ExitCodes.Fine;
            }
            catch (ArgumentException exception)
            {
                throw CommandFailure.BadInput(exception);
            }
        }

        // Apart, so that an answer in words starts without what writes JSON.
        void WriteJson(Answer answer) => Json.WriteLine(terminal.Output, answer.WriteTo);

        int AskAll(string file, ParseResult line)
        {
            var subject = Load(line);
            using var text = Open(file);
            var (asked, unexpected) = (0, 0);
            foreach (var (number, query) in QueryLines.Read(text, file))
            {
                var answer = Ask(query, number);
                Json.WriteLine(terminal.Output, answer.WriteTo);
                asked++;
                if (answer.AsExpected == false) unexpected++;
            }

            if (unexpected > 0) terminal.Note(FormattableString.Invariant($"{unexpected} of {asked} answers are not as expected."));
            return unexpected > 0 ? ExitCodes.Findings : ExitCodes.Fine;

            Answer Ask(Query query, int number)
            {
                try
                {
                    return Answer.To(query, subject, isExplained: false);
                }
                catch (ArgumentException exception)
                {
                    throw QueryLines.Refuse(file, number, CommandFailure.MessageOf(exception));
                }
            }
        }

        Subject Load(ParseResult line)
        {
            var subject = source.Load(line, terminal);
            FindingNotes.Write(subject, terminal);
            return subject;
        }

        StreamReader Open(string file)
        {
            try
            {
                return new(file == "-" ? terminal.Input : File.OpenRead(file), Encoding.UTF8);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw CommandFailure.BadInput($"The questions in '{file}' cannot be read. {exception.Message}", exception);
            }
        }
    }
}
