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

    /// <summary>The option for what enforces the policies.</summary>
    public Option<string?> Engine { get; } = EnforcerOption.Create();

    public override void AddTo(Command command)
    {
        command.Arguments.Add(_paths);
        command.Options.Add(Engine);
        command.Options.Add(Profile);
    }

    public override Subject Load(ParseResult line, Terminal terminal) => Load(line.GetRequiredValue(_paths), line.GetValue(Profile), line.GetValue(Engine), terminal);

    /// <summary>Reads the YAML below some paths.</summary>
    public static Subject Load(IReadOnlyList<string> paths, string? profile, string? engine, Terminal terminal)
    {
        var facts = EnforcerOption.Fill(ProfileInput.Read(profile, paths), engine);
        var manifests = ManifestInput.Read(paths, terminal);
        return new(manifests, UnsaidFacts.Fill(facts, ProfileInput.Text(profile, paths), manifests, terminal.Note));
    }
}
