using PolicyKit.Manifests;
using PolicyKit.Verification.Agreeing;
using PolicyKit.Verification.Reading;

namespace PolicyKit.Verification;

/// <summary>
/// Checks that every engine's manifests mean what is written. Input: policies and a profile. Output: for each engine that they agree, or a
/// flow about which they do not. Promise: checked on a representative world, under every answer to every open question; not proved.
/// </summary>
public sealed class Agreement
{
    private Agreement(ValueArray<EngineAgreement> engines) => Engines = engines;

    /// <summary>What was found for each engine.</summary>
    public ValueArray<EngineAgreement> Engines { get; }

    /// <summary>Whether no engine disagrees.</summary>
    public bool Holds => Engines.All(engine => engine.Holds);

    /// <summary>Emits to each engine, reads the text back, and compares. Native fragments and raw manifests have no meaning in the words of all engines and are left out.</summary>
    /// <param name="policies">The policies.</param>
    /// <param name="profile">The facts; each dialect is checked with an enforcer that enforces it.</param>
    /// <param name="options">How far to go.</param>
    /// <returns>The result.</returns>
    public static Agreement Check(PolicySet policies, ClusterProfile? profile = null, AgreementOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(policies);
        var words = InAllWords.Of(policies);
        var facts = profile ?? ClusterProfile.Unknown;
        var world = RepresentativeWorld.Of(Atoms.Of(words, facts));
        return new(Engine.All.Select(engine => new EngineCheck(words, world, engine, facts, options ?? new()).Run()).ToValueArray());
    }

    /// <summary>Compares manifests that are there already, and may have been changed since they were emitted, with what is written.</summary>
    /// <param name="policies">The policies.</param>
    /// <param name="engine">The engine of the manifests.</param>
    /// <param name="manifests">The manifests; those that are no policies are left alone.</param>
    /// <param name="profile">The facts; the dialect is checked with an enforcer that enforces it.</param>
    /// <param name="options">How far to go.</param>
    /// <returns>That they agree, or a flow about which they do not.</returns>
    public static EngineAgreement CheckManifests(PolicySet policies, Engine engine, IEnumerable<Manifest> manifests, ClusterProfile? profile = null, AgreementOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentNullException.ThrowIfNull(manifests);
        var words = InAllWords.Of(policies);
        var facts = profile ?? ClusterProfile.Unknown;
        var written = string.Join("\n---\n", manifests.Where(PolicyReader.Owns).Select(manifest => manifest.ToJson()));
        return new EngineCheck(words, RepresentativeWorld.Of(Atoms.Of(words, facts)), engine, facts, options ?? new()).Run(_ => written);
    }

    /// <summary>The result in words.</summary>
    /// <returns>A paragraph for each engine.</returns>
    public override string ToString() => string.Join("\n\n", Engines);
}
