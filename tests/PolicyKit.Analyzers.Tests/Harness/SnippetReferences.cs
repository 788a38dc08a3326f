using Microsoft.CodeAnalysis;

namespace PolicyKit.Analyzers.Tests;

/// <summary>What programs under test refer to: the framework and PolicyKit, as the build of this project wrote them down.</summary>
internal static class SnippetReferences
{
    public static IReadOnlyList<MetadataReference> Framework { get; } = [.. Paths().Where(path => !IsPolicyKit(path)).Select(path => MetadataReference.CreateFromFile(path))];

    public static IReadOnlyList<MetadataReference> All { get; } = [.. Framework, .. Paths().Where(IsPolicyKit).Select(path => MetadataReference.CreateFromFile(path))];

    private static IEnumerable<string> Paths() => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "snippet-references.txt")).Where(line => line.Length > 0);

    private static bool IsPolicyKit(string path) => Path.GetFileName(path) == "PolicyKit.dll";
}
