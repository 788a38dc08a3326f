using System.CommandLine;
using PolicyKit.App.Consoles;

namespace PolicyKit.App.Inputs;

/// <summary>Policies that stand in YAML or JSON.</summary>
internal sealed class YamlSource : PolicySource
{
    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Files, folders (with the folders in them), or - for standard input: policies, and the Namespaces, Pods, Deployments and Nodes they are about.",
        Arity = ArgumentArity.OneOrMore,
    };

    public override void AddTo(Command command)
    {
        command.Arguments.Add(_paths);
        command.Options.Add(Profile);
    }

    public override Subject Load(ParseResult line, Terminal terminal) => Load(line.GetRequiredValue(_paths), line.GetValue(Profile), terminal);

    /// <summary>Reads the YAML below some paths.</summary>
    public static Subject Load(IReadOnlyList<string> paths, string? profile, Terminal terminal)
    {
        var facts = ProfileInput.Read(profile, paths);
        var manifests = ManifestInput.Read(paths, terminal);
        return new(manifests, UnsaidFacts.Fill(facts, ProfileInput.Text(profile, paths), manifests, terminal.Note));
    }
}
