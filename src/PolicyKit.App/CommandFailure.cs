namespace PolicyKit.App;

/// <summary>Ends a command with an exit code and a message for the person at the terminal.</summary>
internal sealed class CommandFailure : Exception
{
    private CommandFailure(int exitCode, string message, Exception? cause = null)
        : base(message, cause) => ExitCode = exitCode;

    public int ExitCode { get; }

    /// <summary>Something that was given cannot be read, or is not there.</summary>
    public static CommandFailure BadInput(string message, Exception? cause = null) => new(ExitCodes.BadInput, message, cause);

    /// <summary>An argument that somebody typed, as the library refused it.</summary>
    public static CommandFailure BadInput(ArgumentException cause) => BadInput(MessageOf(cause), cause);

    /// <summary>The message without the name of the parameter, which is nobody's business but the programmer's.</summary>
    public static string MessageOf(ArgumentException exception) =>
        exception.ParamName is null ? exception.Message : exception.Message.Replace($" (Parameter '{exception.ParamName}')", "", StringComparison.Ordinal);

    /// <summary>The options do not go together.</summary>
    public static CommandFailure Usage(string message) => new(ExitCodes.Usage, message);

    /// <summary>Things that were given cannot be read, each with its place.</summary>
    public static CommandFailure BadInput(IEnumerable<Diagnostic> diagnostics) => BadInput(string.Join('\n', diagnostics));
}
