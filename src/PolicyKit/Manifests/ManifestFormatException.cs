namespace PolicyKit.Manifests;

/// <summary>A text in C# that should be one manifest and is not.</summary>
public sealed class ManifestFormatException : FormatException
{
    internal ManifestFormatException(ValueArray<Diagnostic> diagnostics)
        : base(string.Join('\n', diagnostics)) => Diagnostics = diagnostics;

    /// <summary>What is wrong, each finding with its line of C# and its line of YAML.</summary>
    public ValueArray<Diagnostic> Diagnostics { get; }
}
