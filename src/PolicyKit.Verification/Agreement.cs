using PolicyKit.Verification.Agreeing;

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

    /// <summary>The result in words.</summary>
    /// <returns>A paragraph for each engine.</returns>
    public override string ToString() => string.Join("\n\n", Engines);
}
