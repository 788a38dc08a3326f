using System.CommandLine;
using PolicyKit.App.Consoles;
using PolicyKit.App.Inputs;
using PolicyKit.App.Pictures;
using PolicyKit.Verification.Connecting;

namespace PolicyKit.App.Commands;

/// <summary><c>connections</c>: everything that can be reached, pair by pair, as a list, a table or a picture.</summary>
internal static class ConnectionsCommand
{
    public static Command Create(PolicySource source, Terminal terminal)
    {
        var workloads = new Option<bool>("--workloads") { Description = "Pods of one Deployment, StatefulSet, … as one end, where policies treat them alike. Pictures always show workloads." };
        var output = OutputOption.Of("text", "json", "yaml", "md", "csv", "dot", "svg", "html");
        var command = new ProgramCommand("connections", "List every connection that the policies allow.")
        {
            Examples =
            [
                ("connections cluster/", "A line a pair: from, to, and the ports of TCP, UDP and SCTP. Networks outside that are treated alike share a line."),
                ("connections --output html cluster/ > connections.html", "A matrix and a graph in one file that needs no network."),
                ("connections --output json --profile prod.yaml cluster/", "For programs; what depends on an open question stands in a list of its own."),
            ],
        };
        command.Options.Add(workloads);
        command.Options.Add(output);
        source.AddTo(command);
        command.SetAction(line =>
        {
            var subject = Sound.Of(source.Load(line, terminal), terminal);
            var form = line.GetValue(output)!;
            using var progress = new Progress(terminal, "lines written");
            Write(Reachability.Of(subject.Judge, new() { FoldOwners = line.GetValue(workloads) || form is "dot" or "svg" or "html" }), form, terminal, progress);
            return ExitCodes.Fine;
        });
        return command;
    }

    private static void Write(Reachability reachability, string form, Terminal terminal, Progress progress)
    {
        var output = terminal.Output;
        switch (form)
        {
            case "json": terminal.WriteBytes(reachability.WriteJson); break;
            case "yaml": ConnectionLists.WriteYaml(Counted(reachability.Pairs, progress), output); break;
            case "md": TextTable.WriteMarkdown(output, ["from", "to", "ports"], CondensedPairs.Of(Counted(reachability.Pairs, progress)).Select(pair => (IReadOnlyList<string>)[pair.From, pair.To, ConnectionLists.Ports(pair)])); break;
            case "csv": ConnectionLists.WriteCsv(Counted(reachability.Pairs, progress), output); break;
            case "dot": DotPicture.Write(Grid.Of(reachability), output); break;
            case "svg": MatrixPicture.Write(Grid.Of(reachability), output); break;
            case "html": HtmlPage.Write(Grid.Of(reachability), output); break;
            default:
                foreach (var pair in CondensedPairs.Of(Counted(reachability.Pairs, progress))) output.Write($"{pair.From} => {pair.To}: {Coloured(pair, terminal.Colours)}\n");
                break;
        }
    }

    private static string Coloured(ReachablePair pair, Palette colours) => pair.Allowed.IsEmpty ? colours.Doubtful(ConnectionLists.Ports(pair)) : ConnectionLists.Ports(pair);

    private static IEnumerable<ReachablePair> Counted(IEnumerable<ReachablePair> pairs, Progress progress)
    {
        foreach (var pair in pairs)
        {
            progress.Step();
            yield return pair;
        }
    }
}
