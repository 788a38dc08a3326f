namespace PolicyKit.Manifests;

/// <summary>The few things that saving does with a folder. Names are plain: no name has a directory in it.</summary>
internal interface IFolder
{
    /// <summary>The text of a file, or null when there is none.</summary>
    string? TryRead(string name);

    /// <summary>Brings the text of a file to the disk, beside its place.</summary>
    void Stage(string name, string content);

    /// <summary>Puts what was staged in its place, in one step.</summary>
    void Commit(string name);

    /// <summary>Forgets what was staged, if anything was.</summary>
    void Discard(string name);

    /// <summary>Removes a file.</summary>
    void Delete(string name);
}
