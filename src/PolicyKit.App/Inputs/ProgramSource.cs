using System.CommandLine;
using PolicyKit.App.Consoles;

namespace PolicyKit.App.Inputs;

/// <summary>A program's own policies, emitted and read back, beside the YAML of the cluster they run in.</summary>
internal sealed class ProgramSource(WrittenSets sets) : PolicySource
{
    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Files, folders or - for standard input: what runs in the cluster, and the policies that stand there already.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<Engine?> _engine = EngineOption.Optional("The engine whose manifests are judged. Without it, the one that the profile names, else kubernetes.");

    public override void AddTo(Command command)
    {
        command.Arguments.Add(_paths);
        command.Options.Add(_engine);
        command.Options.Add(Profile);
        sets.AddTo(command);
    }

    public override Subject Load(ParseResult line, Terminal terminal)
    {
        var paths = line.GetValue(_paths) ?? [];
        var facts = ProfileInput.Read(line.GetValue(Profile), paths);
        var engine = line.GetValue(_engine) ?? EngineOption.Of(facts);
        var written = sets.Chosen(line).Select(set => set.Emit(engine, facts)).ToList();
        if (written.SelectMany(emitted => emitted.Diagnostics).Where(one => one.Severity == Severity.Error).ToList() is { Count: > 0 } errors)
        {
            throw CommandFailure.BadInput(errors);
        }

        return new([.. ManifestInput.Read(paths, terminal), .. written.SelectMany(emitted => emitted.Manifests)], facts);
    }
}
