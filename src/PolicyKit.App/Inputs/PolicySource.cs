using System.CommandLine;
using PolicyKit.App.Consoles;

namespace PolicyKit.App.Inputs;

/// <summary>Where a command's policies come from: YAML alone, or a program's own policies beside it.</summary>
internal abstract class PolicySource
{
    /// <summary>The option for the facts of the cluster.</summary>
    public Option<string?> Profile { get; } = new("--profile")
    {
        Description = "The facts of the cluster, as YAML or JSON. Without it, the profile.yaml in a folder that is named.",
        HelpName = "FILE",
    };

    /// <summary>Adds what says where the policies are.</summary>
    public abstract void AddTo(Command command);

    /// <summary>Reads what the command line names.</summary>
    /// <exception cref="CommandFailure">Something cannot be read.</exception>
    public abstract Subject Load(ParseResult line, Terminal terminal);
}
