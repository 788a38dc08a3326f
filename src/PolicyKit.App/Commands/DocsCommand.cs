using System.CommandLine;
using PolicyKit.App.Consoles;
using PolicyKit.App.Inputs;

namespace PolicyKit.App.Commands;

/// <summary><c>docs</c>: the required traffic of a program's policies as Markdown tables.</summary>
internal static class DocsCommand
{
    public static Command Create(WrittenSets sets, Terminal terminal)
    {
        var command = new ProgramCommand("docs", "Print the required traffic of the policies as Markdown tables, for a page of documentation.")
        {
            Examples = [("docs > TRAFFIC.md", "A table for each policy and direction, with the reasons of the rules.")],
        };
        sets.AddTo(command);
        command.SetAction(line =>
        {
            var pages = sets.Chosen(line).Select(set => set.Name is null ? set.Build().ToMarkdown() : $"## {set.Name}\n\n{set.Build().ToMarkdown()}");
            terminal.Output.Write(string.Join('\n', pages));
            return ExitCodes.Fine;
        });
        return command;
    }
}
