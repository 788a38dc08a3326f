namespace PolicyKit.App.Inputs;

/// <summary>A file to read.</summary>
/// <param name="Path">Its path, as it is shown.</param>
/// <param name="IsNamed">Whether it was named itself, not found in a folder: then it has to hold Kubernetes objects.</param>
internal sealed record FoundFile(string Path, bool IsNamed);

/// <summary>Input: paths as they were typed. Output: the files below them. Promise: the same order on every system, and nothing that cannot be read is passed over.</summary>
internal static class FoundFiles
{
    private static readonly string[] Endings = [".yaml", ".yml", ".json"];

    /// <exception cref="CommandFailure">There is no such file or folder, or it cannot be read.</exception>
    public static IEnumerable<FoundFile> Of(string path)
    {
        if (Directory.Exists(path)) return Below(path).Select(file => new FoundFile(file, IsNamed: false));
        if (File.Exists(path)) return [new(path, IsNamed: true)];
        throw path.StartsWith('-') ? CommandFailure.Usage($"'{path}' is neither an option here nor a file or folder. --help shows the options.") : CommandFailure.BadInput($"There is no file or folder '{path}'.");
    }

    // What begins with a dot belongs to other tools, and a link to a folder can lead in circles.
    private static IEnumerable<string> Below(string folder)
    {
        foreach (var entry in Entries(folder))
        {
            if (entry.Name.StartsWith('.')) continue;
            var path = Path.Join(folder, entry.Name).Replace('\\', '/');
            if (entry is DirectoryInfo)
            {
                if (entry.LinkTarget is not null) continue;
                foreach (var file in Below(path)) yield return file;
            }
            else if (Endings.Contains(entry.Extension, StringComparer.OrdinalIgnoreCase))
            {
                yield return path;
            }
        }
    }

    private static FileSystemInfo[] Entries(string folder)
    {
        try
        {
            var entries = new DirectoryInfo(folder).GetFileSystemInfos();
            Array.Sort(entries, (one, other) => string.CompareOrdinal(one.Name, other.Name));
            return entries;
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            throw CommandFailure.BadInput($"The folder '{folder}' cannot be read. See that this user may read it.", exception);
        }
    }
}
