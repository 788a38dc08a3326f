using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using PolicyKit.App.Commands;
using PolicyKit.App.Consoles;
using PolicyKit.Profiles;

namespace PolicyKit.App;

/// <summary>Input: the words of a command line. Output: what the command prints, and its exit code. Promise: every way out has a code of <see cref="ExitCodes"/>.</summary>
internal static class CommandLine
{
    // A word that begins with @ is a path like any other.
    private static readonly ParserConfiguration Words = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    public static int Run(RootCommand root, IReadOnlyList<string> args, Terminal terminal)
    {
        var verbose = new Option<bool>("--verbose") { Description = "Show where in the program a fault arose.", Recursive = true };
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
            if (IsVerbose(args) && failure.InnerException is { } cause) terminal.Note(cause.ToString());
            return failure.ExitCode;
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException || (exception is IOException && !IsOfInstallation(exception)))
        {
            terminal.Note(exception.Message);
            return ExitCodes.BadInput;
        }
        catch (Exception exception)
        {
            terminal.Note($"This is a fault of PolicyKit, not of your input: {exception.Message} Please report it at https://github.com/policykit/policykit/issues, with what --verbose shows.");
            if (IsVerbose(args)) terminal.Note(exception.ToString());
            return ExitCodes.OurFault;
        }
    }

    /// <summary>What a person types to run the program.</summary>
    public static string NameOf(Command root) => (root as RootCommand)?.HelpName ?? root.Name;

    /// <summary>A part of the program itself is torn or missing.</summary>
    private static bool IsOfInstallation(Exception exception) =>
        exception is FileLoadException || (exception is FileNotFoundException { FileName: { } name } && name.Contains(", Version=", StringComparison.Ordinal));

    private static bool IsVerbose(IReadOnlyList<string> args) => args.Contains("--verbose", StringComparer.Ordinal);

    private static int Invoke(ParseResult line, Terminal terminal)
    {
        // No handler of its own for Ctrl-C: the process ends at once, and everything written to disk is written so that it may.
        return line.Invoke(new() { Output = terminal.Output, Error = terminal.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }

    private static int Misunderstood(ParseResult line, Terminal terminal)
    {
        var command = line.CommandResult.Command;
        if (command is RootCommand && line.UnmatchedTokens is [var word, ..]) terminal.Note($"'{word}' is no command. The commands are {string.Join(", ", command.Subcommands.Select(one => one.Name))}.");
        else if (line.UnmatchedTokens.FirstOrDefault(token => token.StartsWith("--", StringComparison.Ordinal)) is { } option) terminal.Note(NoOption(option.Split('=')[0], command));
        else foreach (var error in line.Errors.Select(error => error.Message).Distinct(StringComparer.Ordinal)) terminal.Note(error);
        var program = NameOf(line.RootCommandResult.Command);
        var name = command is RootCommand ? program : $"{program} {command.Name}";
        terminal.Note($"'{name} --help' shows how it is used.");
        return ExitCodes.Usage;
    }

    // What else is wrong follows from it: its value stands alone, and the option that was meant is missing.
    private static string NoOption(string word, Command command) =>
        $"'{word}' is no option of '{command.Name}'. {Spelling.Mend(word, command.Options.Where(option => !option.Hidden).Select(option => option.Name), "It has")}";
}
