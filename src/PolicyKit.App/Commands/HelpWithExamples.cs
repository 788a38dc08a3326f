using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace PolicyKit.App.Commands;

/// <summary>The help text of a command, with examples and the exit codes below it.</summary>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    private const string ExitCodeTable =
        """
        Exit codes:
          0   fine
          1   findings, or not as expected
          2   the command line is wrong
          3   the folder is out of date (emit --check)
          4   something that was given cannot be read
          70  a fault of PolicyKit
        """;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is ProgramCommand { Examples.Count: > 0 } command)
        {
            output.Write("Examples:\n");
            foreach (var (line, does) in command.Examples) output.Write($"  {CommandLine.NameOf(parseResult.RootCommandResult.Command)} {line}\n      {does}\n");
            output.Write("\n");
        }

        output.Write(ExitCodeTable.ReplaceLineEndings("\n") + "\n");
        return ExitCodes.Fine;
    }
}
