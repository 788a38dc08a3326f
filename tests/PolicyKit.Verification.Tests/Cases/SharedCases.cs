
namespace PolicyKit.Verification.Tests.Cases;

/// <summary>The case folders that <c>POLICYKIT_CASES</c> names. A clone without them skips these tests, visibly.</summary>
internal static class SharedCases
{
    public const string Variable = "POLICYKIT_CASES";

    /// <summary>The case folders (those with manifests) below a folder, sorted. Ignores the running test when the variable is not set.</summary>
    public static IReadOnlyList<string> Below(string folder)
    {
        var root = Needed();
        return [.. Directory.EnumerateFiles(Path.Combine(root, folder), "manifests.yaml", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(root, Path.GetDirectoryName(file)!)).Order(StringComparer.Ordinal)];
    }

    /// <summary>Reads a case folder.</summary>
    public static Case Read(string folder) => Case.Read(Path.Combine(Needed(), folder));

    /// <summary>The text of a shared file.</summary>
    public static string Text(string file) => File.ReadAllText(Path.Combine(Needed(), file));

    private static string? Root => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } root && Directory.Exists(root) ? root : null;

    private static string Needed()
    {
        if (Root is null) Assert.Ignore($"Set {Variable} to the folder of shared cases to replay them.");
        return Root!;
    }
}
