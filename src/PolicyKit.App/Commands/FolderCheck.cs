using PolicyKit.App.Consoles;
using PolicyKit.Manifests;

namespace PolicyKit.App.Commands;

/// <summary>Compares a GitOps folder with what would be written there.</summary>
internal static class FolderCheck
{
    /// <returns>0 when every folder is up to date, else 3, with the differences on standard output.</returns>
    public static int Run(IEnumerable<(string Folder, EmitResult Result)> targets, Terminal terminal)
    {
        var differs = false;
        foreach (var (folder, result) in targets)
        {
            foreach (var (name, before, after) in Changes(folder, result))
            {
                differs = true;
                LineDifference.Write(Path.Join(folder, name), before, after, terminal);
            }
        }

        if (differs) terminal.Note("The folder is out of date. Run the same command without --check, and commit what it writes.");
        return differs ? ExitCodes.OutOfDate : ExitCodes.Fine;
    }

    private static IEnumerable<(string Name, string Before, string After)> Changes(string folder, EmitResult result)
    {
        var files = GitOpsFiles.Of(result.Manifests, GitOpsLayout.Kustomize);
        foreach (var file in files)
        {
            var present = Text(Path.Join(folder, file.Name));
            if (present != file.Content) yield return (file.Name, present ?? "", file.Content);
        }

        // A file that PolicyKit once wrote and no longer makes would be removed.
        var ledger = Ledger.Parse(Text(Path.Join(folder, Ledger.FileName)));
        foreach (var name in ledger.Names.Except(files.Select(file => file.Name), StringComparer.OrdinalIgnoreCase))
        {
            if (Text(Path.Join(folder, name)) is { } stale) yield return (name, stale, "");
        }
    }

    // Version control may have written the line ends of its system.
    private static string? Text(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllText(path).Replace("\r\n", "\n", StringComparison.Ordinal) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandFailure.BadInput($"The file '{path}' cannot be read. {exception.Message}", exception);
        }
    }
}
