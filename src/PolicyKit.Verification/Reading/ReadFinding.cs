using PolicyKit.Manifests;

namespace PolicyKit.Verification.Reading;

/// <summary>Something that was found while a manifest was read.</summary>
/// <param name="Manifest">The object.</param>
/// <param name="Path">The path inside it, for example <c>spec.ingress[0].from</c>.</param>
/// <param name="Consequence">Who objects, and what becomes of the object.</param>
/// <param name="Diagnostic">The finding with its place and its mend.</param>
public sealed record ReadFinding(Manifest Manifest, string Path, ReadConsequence Consequence, Diagnostic Diagnostic)
{
    /// <summary>The finding on one line.</summary>
    /// <returns>The diagnostic.</returns>
    public override string ToString() => Diagnostic.ToString();
}
