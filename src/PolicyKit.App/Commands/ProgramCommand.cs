using System.CommandLine;

namespace PolicyKit.App.Commands;

/// <summary>A command with examples for its help text.</summary>
internal sealed class ProgramCommand(string name, string description) : Command(name, description)
{
    /// <summary>Command lines behind the program's name, each with what it does.</summary>
    public IReadOnlyList<(string Line, string Does)> Examples { get; init; } = [];
}
