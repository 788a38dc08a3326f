using PolicyKit.Manifests;
using PolicyKit.Verification;

namespace PolicyKit.Testing;

/// <summary>Policies that are applied to a cluster: as they are written, as an engine says them, or as manifests.</summary>
internal sealed class AppliedPolicies
{
    private readonly PolicySet? _set;
    private readonly Engine? _engine;
    private readonly ValueArray<Manifest> _manifests;

    private AppliedPolicies(PolicySet? set, Engine? engine, ValueArray<Manifest> manifests)
    {
        _set = set;
        _engine = engine;
        _manifests = manifests;
    }

    public bool IsWrittenInCSharp => _set is not null;

    private bool IsAsWritten => _set is not null && _engine is null;

    public static AppliedPolicies Written(PolicySet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return set.Any(entry => entry is RawManifest or Policy { Fragments.Count: > 0 })
            ? throw new ArgumentException("The set holds raw manifests or native fragments, and only their engine knows what they mean. Say which engine is meant: Apply(policies, Engine.Cilium).", nameof(set))
            : new(set, null, []);
    }

    public static AppliedPolicies Emitted(PolicySet set, Engine engine)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(engine);
        return new(set, engine, []);
    }

    public static AppliedPolicies Manifests(ValueArray<Manifest> manifests) => new(null, null, manifests);

    /// <summary>What is written has a meaning of its own, and manifests have an engine's; the two are not asked together.</summary>
    public static ValueArray<AppliedPolicies> Together(ValueArray<AppliedPolicies> before, AppliedPolicies added) =>
        before.Any(applied => applied.IsAsWritten != added.IsAsWritten)
            ? throw new ArgumentException("Policies as they are written and manifests cannot be applied to one cluster. Say for which engine the written ones are meant: Apply(policies, Engine.Kubernetes).", nameof(added))
            : before.Add(added);

    public static Judge Judge(ValueArray<AppliedPolicies> applied, SimulatedCluster cluster, ClusterProfile profile)
    {
        if (applied.All(one => one.IsAsWritten)) return Verification.Judge.Of([.. applied.SelectMany(one => one._set!)], cluster, profile);
        return Verification.Judge.Of(ReadManifests.Policies(applied.SelectMany(one => one.Manifests(profile)), profile), cluster, profile);
    }

    /// <summary>An emission with errors throws their texts.</summary>
    private IEnumerable<Manifest> Manifests(ClusterProfile profile) =>
        _set is null ? _manifests : ReadManifests.Of(ManifestReader.Read(_set.Emit(_engine!, profile).ToYaml()));
}
