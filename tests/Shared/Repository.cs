namespace PolicyKit.Tests.Shared;

/// <summary>The files of the repository that tests hold to account.</summary>
internal static class Repository
{
    private static readonly string Root = FindRoot();

    public static string File(params string[] path) => Path.Combine([Root, .. path]);

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !System.IO.File.Exists(Path.Combine(directory.FullName, "PolicyKit.sln"))) directory = directory.Parent;
        return directory?.FullName ?? throw new InvalidOperationException("The tests run inside a clone of the repository.");
    }
}
