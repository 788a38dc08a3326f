using System.CommandLine;

namespace PolicyKit.App.Inputs;

/// <summary>A set of policies that a program wrote.</summary>
/// <param name="Name">Its name, or null when it is the only one and has none.</param>
/// <param name="Policies">Builds it.</param>
internal sealed record WrittenSet(string? Name, Func<PolicySet> Policies)
{
    /// <summary>Builds the set.</summary>
    /// <exception cref="CommandFailure">The program threw; its policies are the input here.</exception>
    public PolicySet Build()
    {
        try
        {
            return Policies();
        }
        catch (Exception exception)
        {
            var message = exception switch
            {
                ArgumentException argument => CommandFailure.MessageOf(argument),
                FormatException => exception.Message,
                _ => $"The program's policies cannot be built. {exception.Message}",
            };
            throw CommandFailure.BadInput(Name is null ? message : $"{Name}: {message}", exception);
        }
    }

    /// <summary>Builds the set and emits it.</summary>
    public EmitResult Emit(Engine engine, ClusterProfile profile) => Build().Emit(engine, profile);

    /// <summary>Where its files stand below the folder that <c>--out</c> names.</summary>
    public string FolderBelow(string root) => Name is null ? root : Path.Join(root, Name);
}

/// <summary>The sets of a program, and the option that chooses among them.</summary>
internal sealed class WrittenSets(IReadOnlyList<WrittenSet> all)
{
    private readonly Option<string[]> _names = new("--set")
    {
        Description = "Only these of the program's sets of policies.",
        HelpName = "NAME",
        AllowMultipleArgumentsPerToken = false,
    };

    /// <summary>Whether there is anything to choose.</summary>
    private bool AreNamed => all.Any(set => set.Name is not null);

    public void AddTo(Command command)
    {
        if (!AreNamed) return;
        _names.CompletionSources.Add(_ => all.Select(set => new System.CommandLine.Completions.CompletionItem(set.Name!)));
        command.Options.Add(_names);
    }

    /// <summary>The sets that the command line names, in the program's order; all when it names none.</summary>
    /// <exception cref="CommandFailure">The program has no set of a name.</exception>
    public IReadOnlyList<WrittenSet> Chosen(ParseResult line)
    {
        if (!AreNamed || line.GetValue(_names) is not { Length: > 0 } names) return all;
        if (names.FirstOrDefault(name => all.All(set => set.Name != name)) is { } unknown)
        {
            throw CommandFailure.Usage($"The program has no policies named '{unknown}'. It has {string.Join(", ", all.Select(set => set.Name))}.");
        }

        return [.. all.Where(set => names.Contains(set.Name, StringComparer.Ordinal))];
    }
}
