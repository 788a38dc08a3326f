using System.CommandLine;
using PolicyKit.App.Commands;
using PolicyKit.App.Consoles;
using PolicyKit.App.Inputs;

namespace PolicyKit.App;

/// <summary>The tool <c>policykit</c>: the commands on YAML that is there already.</summary>
internal static class PolicyTool
{
    public static int Run(string[] args)
    {
        using var terminal = Terminal.OfProcess();
        return Run(args, terminal);
    }

    public static int Run(string[] args, Terminal terminal)
    {
        var source = new YamlSource();
        var root = new RootCommand("Say what Kubernetes, Cilium, Calico and ClusterNetworkPolicy manifests allow, and what is wrong with them.") { HelpName = "policykit" };
        root.Subcommands.Add(CheckCommand.Create(source, terminal));
        root.Subcommands.Add(ExplainCommand.Create(source, terminal));
        root.Subcommands.Add(ConnectionsCommand.Create(source, terminal));
        root.Subcommands.Add(DiffCommand.OfYaml(terminal));
        root.Subcommands.Add(LintCommand.Create(source, terminal));
        root.Subcommands.Add(CompletionCommand.Create(terminal));
        return CommandLine.Run(root, args, terminal);
    }
}
