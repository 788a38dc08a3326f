using System.CommandLine;
using PolicyKit.App.Commands;
using PolicyKit.App.Consoles;
using PolicyKit.App.Inputs;

namespace PolicyKit.App;

/// <summary>The tool <c>policykit</c>: the commands on YAML that is there already.</summary>
internal static class PolicyTool
{
    private static readonly string[] Names = ["check", "explain", "connections", "diff", "lint", "completion"];

    public static int Run(string[] args)
    {
        if (args is ["check" or "explain", ..]) Rehearsal.Begin();
        using var terminal = Terminal.OfProcess();
        return Run(args, terminal);
    }

    public static int Run(string[] args, Terminal terminal)
    {
        var source = new YamlSource();
        var root = new RootCommand("Say what Kubernetes, Cilium, Calico and ClusterNetworkPolicy manifests allow, and what is wrong with them.") { HelpName = "policykit" };
        // The words of the other commands are needed only where none is named: to build them all takes a tenth of a short run.
        var named = Names.Contains(args.FirstOrDefault(), StringComparer.Ordinal) ? args.Take(1) : Names;
        foreach (var name in named) root.Subcommands.Add(Create(name, source, terminal));
        return CommandLine.Run(root, args, terminal);
    }

    private static Command Create(string name, PolicySource source, Terminal terminal) => name switch
    {
        "check" => CheckCommand.Create(source, terminal),
        "explain" => ExplainCommand.Create(source, terminal),
        "connections" => ConnectionsCommand.Create(source, terminal),
        "diff" => DiffCommand.OfYaml(terminal),
        "lint" => LintCommand.Create(source, terminal),
        "completion" => CompletionCommand.Create(terminal),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
