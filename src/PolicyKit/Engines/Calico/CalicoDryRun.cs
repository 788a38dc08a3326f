using PolicyKit.Manifests;

namespace PolicyKit.Engines.Calico;

/// <summary>Dry run as the staged twin of a policy: data planes skip it, and flow logs say what it would have done.</summary>
/// <remarks>Nothing is denied and nothing is allowed by it, so there is no gap to declare. Enforcing is another kind of object; the name may stay.</remarks>
internal static class CalicoDryRun
{
    /// <summary>Written, although it is the default.</summary>
    public static readonly ManifestEntry Set = new("stagedAction", "Set");

    /// <summary>A raw object that neither denies nor allows; null when there is none.</summary>
    /// <remarks>
    /// A Tier or a NetworkSet cannot be staged: each changes at once what policies of others mean, those that name its tier or select its labels.
    /// </remarks>
    public static Manifest? Rehearsed(Manifest raw, CalicoFacts calico) => raw.Kind switch
    {
        CalicoKinds.StagedPolicy or CalicoKinds.StagedGlobalPolicy => raw,
        CalicoKinds.Policy when calico.HasStaged() => Staged(raw, CalicoKinds.StagedPolicy),
        CalicoKinds.GlobalPolicy when calico.HasStaged() => Staged(raw, CalicoKinds.StagedGlobalPolicy),
        _ => null,
    };

    private static Manifest Staged(Manifest raw, string kind) => new(
        Nodes.MapOf(raw.Root.Select(entry => entry.Key switch
        {
            "kind" => new("kind", kind),
            "spec" when entry.Value is ManifestMap spec => new("spec", Nodes.MapOf(spec.Prepend(Set))),
            _ => entry,
        })),
        raw.File);
}
