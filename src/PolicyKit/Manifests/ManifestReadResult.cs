namespace PolicyKit.Manifests;

/// <summary>What was read from a text with any number of manifests.</summary>
/// <remarks>A document with a finding gives no manifest; the other documents of the text still do.</remarks>
/// <param name="Manifests">The manifests of the flawless documents, in their order; lists of objects are unfolded.</param>
/// <param name="Diagnostics">What is wrong with the others.</param>
public sealed record ManifestReadResult(ValueArray<Manifest> Manifests, ValueArray<Diagnostic> Diagnostics);
