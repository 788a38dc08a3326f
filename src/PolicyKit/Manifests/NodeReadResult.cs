namespace PolicyKit.Manifests;

/// <summary>What was read from a text with one document of any form.</summary>
/// <param name="Node">The tree; null exactly when something is wrong.</param>
/// <param name="Diagnostics">What is wrong.</param>
public sealed record NodeReadResult(ManifestNode? Node, ValueArray<Diagnostic> Diagnostics);
