namespace PolicyKit.Cli.Tests.Running;

/// <summary>The case folders that <c>POLICYKIT_CASES</c> names. A clone without them skips these tests, visibly.</summary>
internal static class SharedCases
{
    private const string Variable = "POLICYKIT_CASES";

    /// <summary>Every folder with a file of that name, sorted. Ignores the running test when the variable is not set.</summary>
    public static IReadOnlyList<string> With(string file)
    {
        var root = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } set && Directory.Exists(set) ? set : null;
        if (root is null) Assert.Ignore($"Set {Variable} to the folder of shared cases to replay them.");
        return [.. Directory.EnumerateFiles(root!, file, SearchOption.AllDirectories).Select(path => Path.GetDirectoryName(path)!).Order(StringComparer.Ordinal)];
    }
}
