using System.Diagnostics.CodeAnalysis;
using PolicyKit.Manifests;
using PolicyKit.Profiles;

namespace PolicyKit;

/// <content>Profiles as YAML or JSON.</content>
public sealed partial record ClusterProfile
{
    /// <summary>Reads the facts of a cluster from a file.</summary>
    /// <param name="path">The path of a YAML or JSON file.</param>
    /// <returns>The facts.</returns>
    /// <exception cref="ProfileFormatException">The file cannot be read, or something in it is no fact; the message names file, line and column.</exception>
    /// <example><code>var profile = ClusterProfile.Load("prod.yaml");</code></example>
    public static ClusterProfile Load(string path) => OrThrow(Read(ManifestReader.ReadNodeFile(path), path));

    /// <summary>Reads the facts of a cluster from a text.</summary>
    /// <param name="text">YAML or JSON.</param>
    /// <param name="file">The name of the file it came from, for messages.</param>
    /// <returns>The facts.</returns>
    /// <exception cref="ProfileFormatException">Something in the text is no fact; the message names line and column.</exception>
    public static ClusterProfile Parse(string text, string? file = null) => OrThrow(Read(ManifestReader.ReadNode(text, file), file));

    /// <summary>Reads the facts of a cluster from a text, without throwing.</summary>
    /// <param name="text">YAML or JSON.</param>
    /// <param name="file">The name of the file it came from, for messages; null when there is none.</param>
    /// <param name="profile">The facts, or null.</param>
    /// <param name="diagnostics">Everything that is wrong with the text, in its order; empty when nothing is.</param>
    /// <returns>Whether nothing is wrong.</returns>
    public static bool TryParse(string text, string? file, [NotNullWhen(true)] out ClusterProfile? profile, out ValueArray<Diagnostic> diagnostics)
    {
        (profile, diagnostics) = Read(ManifestReader.ReadNode(text, file), file);
        return profile is not null;
    }

    private static (ClusterProfile? Profile, ValueArray<Diagnostic> Diagnostics) Read(NodeReadResult read, string? file)
    {
        if (read.Node is null) return (null, read.Diagnostics);
        var findings = new FactFindings(file);
        var profile = ProfileReader.Read(read.Node, findings);
        return findings.Sorted is { Count: > 0 } wrong ? (null, wrong) : (profile, ValueArray<Diagnostic>.Empty);
    }

    private static ClusterProfile OrThrow((ClusterProfile? Profile, ValueArray<Diagnostic> Diagnostics) read) =>
        read.Profile ?? throw new ProfileFormatException(read.Diagnostics);
}
