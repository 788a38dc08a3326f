namespace PolicyKit.Cli.Tests.Running;

/// <summary>What a run of the tool left behind.</summary>
internal sealed record Ran(int ExitCode, string Output, string Errors)
{
    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
