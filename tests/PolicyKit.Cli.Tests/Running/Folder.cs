namespace PolicyKit.Cli.Tests.Running;

/// <summary>A folder of its own for a test, gone when the test is.</summary>
internal sealed class Folder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("policykit-");

    public string Path => _folder.FullName;

    /// <summary>Writes a file, and the folders it stands in.</summary>
    public string Write(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>A text without this folder's name, which is another one in every run.</summary>
    public string Anonymous(string text) => text.Replace(Path + "/", "", StringComparison.Ordinal).Replace(Path, ".", StringComparison.Ordinal);

    public void Dispose() => _folder.Delete(recursive: true);
}
