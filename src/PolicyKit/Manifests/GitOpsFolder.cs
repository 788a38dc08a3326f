namespace PolicyKit.Manifests;

/// <summary>Input: the files that a folder should hold. Output: the folder holds them. Promise: no work of anybody else is ever lost.</summary>
/// <remarks>
/// Only what the ledger proves to be PolicyKit's own is replaced or removed; if anything is refused, nothing is written. A crash leaves
/// each file as it was or as it will be, and the next saving goes on from there.
/// </remarks>
internal static class GitOpsFolder
{
    /// <exception cref="IOException">Something stands in the way; the message says what, and the mend. Nothing was written.</exception>
    public static SaveReport Save(string directory, IReadOnlyList<Manifest> manifests, GitOpsLayout layout)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        if (File.Exists(directory)) throw new IOException($"'{directory}' is a file, not a folder; nothing was saved. Name a folder.");
        try
        {
            return Save(new DiskFolder(directory), GitOpsFiles.Of(manifests, layout));
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new IOException($"The folder '{directory}' cannot be written. {exception.Message}", exception);
        }
    }

    public static SaveReport Save(IFolder folder, IReadOnlyList<FileToSave> files)
    {
        RequireNames(files);
        var before = Ledger.Parse(folder.TryRead(Ledger.FileName));
        var written = files.Where(file => MustWrite(file, folder.TryRead(file.Name), before)).ToList();
        var (removed, kept) = Stale(files, before, folder);
        var after = Ledger.Of(files);

        try
        {
            foreach (var file in written) folder.Stage(file.Name, file.Content);
            WriteLedger(folder, before.Union(after));
            foreach (var file in written) folder.Commit(file.Name);
            foreach (var name in removed) folder.Delete(name);
            WriteLedger(folder, after);
        }
        catch
        {
            foreach (var name in written.Select(file => file.Name).Append(Ledger.FileName)) folder.Discard(name);
            throw;
        }

        return new(written.Select(file => file.Name).Order(StringComparer.Ordinal).ToValueArray(), removed.ToValueArray(), kept.ToValueArray());
    }

    private static void RequireNames(IReadOnlyList<FileToSave> files)
    {
        var names = new Dictionary<string, FileToSave>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in files)
        {
            if (!FileToSave.IsSafe(file.Name)) throw new IOException($"{UserWords.Quote(file.Name)} is no name for a file in the folder. Use letters, digits, '.', '-' and '_', and the ending '.yaml'.");
            if (!names.TryAdd(file.Name, file)) throw new IOException($"{names[file.Name].Source} and {file.Source} would both be saved as '{file.Name}'. Give one of them another name.");
        }
    }

    private static bool MustWrite(FileToSave file, string? present, Ledger ledger)
    {
        if (present is null) return true;
        if (present == file.Content) return false;
        if (ledger.Wrote(file.Name, present)) return true;
        throw ledger.Names.Contains(file.Name, StringComparer.Ordinal)
            ? new IOException($"The file '{file.Name}' was changed since PolicyKit wrote it; nothing was saved. Take the change over into the program and remove the file, or save elsewhere.")
            : new IOException($"The file '{file.Name}' stands in the folder, and PolicyKit did not write it; nothing was saved. Move it away, or save elsewhere.");
    }

    private static (List<string> Removed, List<string> Kept) Stale(IReadOnlyList<FileToSave> files, Ledger ledger, IFolder folder)
    {
        var (removed, kept) = (new List<string>(), new List<string>());
        foreach (var name in ledger.Names.Except(files.Select(file => file.Name), StringComparer.OrdinalIgnoreCase))
        {
            if (folder.TryRead(name) is { } present) (ledger.Wrote(name, present) ? removed : kept).Add(name);
        }

        return (removed, kept);
    }

    private static void WriteLedger(IFolder folder, Ledger ledger)
    {
        folder.Stage(Ledger.FileName, ledger.ToString());
        folder.Commit(Ledger.FileName);
    }
}
