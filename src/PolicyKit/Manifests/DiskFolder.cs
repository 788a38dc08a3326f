using System.Text;

namespace PolicyKit.Manifests;

/// <summary>A folder on the disk. A file is written beside its place, flushed, and then renamed, so that nobody ever sees half of it.</summary>
internal sealed class DiskFolder(string path) : IFolder
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public string? TryRead(string name)
    {
        try
        {
            return File.ReadAllText(PathOf(name), Utf8);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public void Stage(string name, string content)
    {
        Directory.CreateDirectory(path);
        using var stream = File.Create(StagedPathOf(name));
        stream.Write(Utf8.GetBytes(content));
        stream.Flush(flushToDisk: true);
    }

    public void Commit(string name) => File.Move(StagedPathOf(name), PathOf(name), overwrite: true);

    public void Discard(string name)
    {
        if (File.Exists(StagedPathOf(name))) File.Delete(StagedPathOf(name));
    }

    public void Delete(string name) => File.Delete(PathOf(name));

    private string PathOf(string name) => Path.Combine(path, name);

    /// <summary>Neither kubectl nor kustomize reads a file with this ending, should a crash leave it behind.</summary>
    private string StagedPathOf(string name) => Path.Combine(path, $".{name}.policykit-new");
}
