using PolicyKit.Manifests;

namespace PolicyKit.App.Inputs;

/// <summary>Finds the facts of the cluster: the file that was named, or the <c>profile.yaml</c> that lies in a folder that was named.</summary>
internal static class ProfileInput
{
    private const string FileName = "profile.yaml";

    /// <exception cref="CommandFailure">The profile cannot be read, or there are several.</exception>
    public static ClusterProfile Read(string? named, IReadOnlyList<string> paths)
    {
        if (named is not null) return Load(named);
        return Found(paths) switch
        {
            [] => ClusterProfile.Unknown,
            [var only] => Load(only),
            var found => throw CommandFailure.BadInput($"There are several profiles: {string.Join(", ", found)}. Name the one to use with --profile."),
        };
    }

    /// <summary>Whether a file in a folder is taken for a profile by its name.</summary>
    public static bool IsProfile(string path) => Path.GetFileName(path) == FileName;

    /// <summary>The profile as it is written, to see what it leaves out; null when there is none.</summary>
    public static ManifestMap? Text(string? named, IReadOnlyList<string> paths) =>
        (named ?? Found(paths).FirstOrDefault()) is { } path ? ManifestReader.ReadNodeFile(path).Node as ManifestMap : null;

    private static List<string> Found(IReadOnlyList<string> paths) =>
        [.. paths.Select(path => Path.Join(path, FileName)).Where(File.Exists).Distinct(StringComparer.Ordinal)];

    private static ClusterProfile Load(string path)
    {
        try
        {
            return ClusterProfile.Load(path);
        }
        catch (ProfileFormatException exception)
        {
            throw CommandFailure.BadInput(exception.Diagnostics);
        }
    }
}
