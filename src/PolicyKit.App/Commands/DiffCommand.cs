using System.CommandLine;
using PolicyKit.App.Comparing;
using PolicyKit.App.Consoles;
using PolicyKit.App.Inputs;
using PolicyKit.Verification.Connecting;

namespace PolicyKit.App.Commands;

/// <summary><c>diff</c>: which connections a change of policies opens and closes; not which lines it touches.</summary>
internal static class DiffCommand
{
    private static readonly Argument<string> Old = new("OLD") { Description = "The policies before: a file or folder of YAML." };

    /// <summary>The command of the tool: YAML before, YAML after.</summary>
    public static Command OfYaml(Terminal terminal)
    {
        var @new = new Argument<string>("NEW") { Description = "The policies after: a file or folder of YAML." };
        var cluster = new Option<string[]>("--cluster") { Description = "What runs in the cluster, where it does not stand beside the policies; read for both sides.", HelpName = "PATH" };
        var source = new YamlSource();
        var command = new ProgramCommand("diff", "Show which connections a change of policies opens and closes.")
        {
            Examples =
            [
                ("diff main/ branch/", "+ for what is gained, - for what is lost; the exit code is 0 when every connection is as it was."),
                ("diff --cluster workloads.yaml --output md main/deploy branch/deploy", "A table for a pull request; the workloads are the same on both sides."),
            ],
        };
        command.Arguments.Add(Old);
        command.Arguments.Add(@new);
        command.Options.Add(cluster);
        command.Options.Add(source.Engine);
        command.Options.Add(source.Profile);
        Finish(command, terminal, line => (Side(line.GetRequiredValue(Old), line), Side(line.GetRequiredValue(@new), line)));
        return command;

        Subject Side(string path, ParseResult line) => YamlSource.Load([path, .. line.GetValue(cluster) ?? []], line.GetValue(source.Profile), line.GetValue(source.Engine), terminal);
    }

    /// <summary>The command of a program: YAML before, its own policies after.</summary>
    public static Command OfProgram(ProgramSource source, Terminal terminal)
    {
        var command = new ProgramCommand("diff", "Show which connections the policies open and close against YAML that is deployed.")
        {
            Examples =
            [
                ("diff deploy/ --engine cilium --profile prod.yaml cluster/", "deploy/ holds the policies of before, cluster/ what runs beside both."),
            ],
        };
        command.Arguments.Add(Old);
        source.AddTo(command);
        Finish(command, terminal, line => (YamlSource.Load([line.GetRequiredValue(Old), .. source.Paths(line)], line.GetValue(source.Profile), engine: null, terminal), source.Load(line, terminal)));
        return command;
    }

    private static void Finish(Command command, Terminal terminal, Func<ParseResult, (Subject Old, Subject New)> sides)
    {
        var output = OutputOption.Of("text", "md", "json");
        command.Options.Add(output);
        command.SetAction(line =>
        {
            var (old, @new) = sides(line);
            var comparison = Comparison.Of(Reachability.Of(Sound.Of(old, terminal).Judge), Reachability.Of(Sound.Of(@new, terminal).Judge));
            switch (line.GetValue(output))
            {
                case "json": Json.WriteIndented(terminal.Output, json => ComparisonText.WriteJson(comparison, json)); break;
                case "md": ComparisonText.WriteMarkdown(comparison, terminal.Output); break;
                default: ComparisonText.WriteText(comparison, terminal); break;
            }

            return comparison.Word == "equal" ? ExitCodes.Fine : ExitCodes.Findings;
        });
    }
}
