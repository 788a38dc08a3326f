using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using PolicyKit.App.Commands;
using PolicyKit.App.Consoles;

namespace PolicyKit.App;

/// <summary>Input: the words of a command line. Output: what the command prints, and its exit code. Promise: every way out has a code of <see cref="ExitCodes"/>.</summary>
internal static class CommandLine
{
    // A word that begins with @ is a path like any other.
    private static readonly ParserConfiguration Words = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    public static int Run(RootCommand root, IReadOnlyList<string> args, Terminal terminal)
    {
        var verbose = new Option<bool>("--verbose") { Description = "Show where in PolicyKit a fault arose.", Recursive = true };
        root.Options.Add(verbose);
        foreach (var help in root.Options.OfType<HelpOption>()) help.Action = new HelpWithExamples((HelpAction)help.Action!);
        try
        {
            var line = root.Parse(args, Words);
            var code = line.Action is ParseErrorAction ? Misunderstood(line, terminal) : Invoke(line, terminal);
            terminal.Output.Flush();
            return code;
        }
        catch (CommandFailure failure)
        {
            terminal.Output.Flush();
            terminal.Note(failure.Message);
            return failure.ExitCode;
        }
        catch (Exception exception) when (IsOurs(exception))
        {
            terminal.Note($"This is a fault of PolicyKit, not of your input: {exception.Message} Please report it at https://github.com/policykit/policykit/issues, with what --verbose shows.");
            if (args.Contains("--verbose", StringComparer.Ordinal)) terminal.Note(exception.ToString());
            return ExitCodes.OurFault;
        }
        catch (IOException)
        {
            // Whoever read the output has read enough.
            return ExitCodes.Fine;
        }
    }

    /// <summary>What a person types to run the program.</summary>
    public static string NameOf(Command root) => (root as RootCommand)?.HelpName ?? root.Name;

    private static int Invoke(ParseResult line, Terminal terminal)
    {
        // No handler of its own for Ctrl-C: the process ends at once, and everything written to disk is written so that it may.
        return line.Invoke(new() { Output = terminal.Output, Error = terminal.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }

    private static int Misunderstood(ParseResult line, Terminal terminal)
    {
        foreach (var error in line.Errors.Select(error => error.Message).Distinct(StringComparer.Ordinal)) terminal.Note(error);
        var command = line.CommandResult.Command;
        var program = NameOf(line.RootCommandResult.Command);
        var name = command is RootCommand ? program : $"{program} {command.Name}";
        terminal.Note($"'{name} --help' shows how it is used.");
        return ExitCodes.Usage;
    }

    // Reading turns its failures into messages about the input; what is left of this type is an output that was closed.
    private static bool IsOurs(Exception exception) => exception is not IOException;
}
