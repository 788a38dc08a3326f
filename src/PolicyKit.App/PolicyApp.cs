using System.CommandLine;
using PolicyKit.App.Commands;
using PolicyKit.App.Consoles;
using PolicyKit.App.Inputs;

namespace PolicyKit.App;

/// <summary>Gives a program the commands of PolicyKit on its own policies: <c>emit</c>, <c>lint</c>, <c>check</c>, <c>docs</c> and the others.</summary>
/// <example><code>return PolicyApp.Run(args, policies);</code></example>
public sealed class PolicyApp
{
    private readonly ValueArray<WrittenSet> _sets;
    private readonly string? _profile;

    private PolicyApp(ValueArray<WrittenSet> sets, string? profile = null)
    {
        _sets = sets;
        _profile = profile;
    }

    /// <summary>Runs a command on one set of policies.</summary>
    /// <param name="args">The arguments of the program.</param>
    /// <param name="policies">The policies.</param>
    /// <returns>The exit code for the program: 0 fine, 1 findings, 2 usage, 3 out of date, 4 bad input, 70 a fault of PolicyKit.</returns>
    public static int Run(string[] args, PolicySet policies)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(policies);
        return new PolicyApp([new(null, () => policies)]).Run(args);
    }

    /// <summary>A program with no policies yet.</summary>
    /// <returns>The program.</returns>
    public static PolicyApp Create() => new([]);

    /// <summary>Adds policies under a name. They are built only when a command needs them.</summary>
    /// <param name="name">The name: letters, digits, dots and dashes; it is also the name of their folder below <c>--out</c>.</param>
    /// <param name="policies">Builds the policies.</param>
    /// <returns>A new program.</returns>
    /// <exception cref="ArgumentException">The name is taken, or is no name for a folder.</exception>
    public PolicyApp Add(string name, Func<PolicySet> policies)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(policies);
        if (!char.IsAsciiLetterOrDigit(name[0]) || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'))
        {
            throw new ArgumentException($"'{name}' is no name for policies. Use letters, digits, '.', '-' and '_', a letter or digit first.", nameof(name));
        }

        if (_sets.Any(set => string.Equals(set.Name, name, StringComparison.OrdinalIgnoreCase))) throw new ArgumentException($"There are policies named '{name}' already. Give these another name.", nameof(name));
        return new(_sets.Add(new(name, policies)), _profile);
    }

    /// <summary>Names the facts of the cluster that hold where the command line names none.</summary>
    /// <param name="file">The profile, as YAML or JSON.</param>
    /// <returns>A new program.</returns>
    public PolicyApp WithProfile(string file)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        return new(_sets, file);
    }

    /// <summary>Runs a command.</summary>
    /// <param name="args">The arguments of the program.</param>
    /// <returns>The exit code for the program: 0 fine, 1 findings, 2 usage, 3 out of date, 4 bad input, 70 a fault of PolicyKit.</returns>
    public int Run(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        using var terminal = Terminal.OfProcess();
        return Run(args, terminal);
    }

    internal int Run(string[] args, Terminal terminal)
    {
        var sets = new WrittenSets(_sets);
        var source = new ProgramSource(sets);
        if (_profile is not null) source.Profile.DefaultValueFactory = _ => _profile;
        var root = new RootCommand("Kubernetes network policies, written in C#: emit, lint and judge them.");
        root.Subcommands.Add(EmitCommand.Create(sets, source.Profile, terminal));
        root.Subcommands.Add(WrittenLintCommand.Create(sets, source.Profile, terminal));
        root.Subcommands.Add(CheckCommand.Create(source, terminal));
        root.Subcommands.Add(DocsCommand.Create(sets, terminal));
        return CommandLine.Run(root, args, terminal);
    }
}
