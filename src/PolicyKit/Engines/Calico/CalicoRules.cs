using PolicyKit.Manifests;

namespace PolicyKit.Engines.Calico;

/// <summary>What Calico's API server says of an object, and what we would not emit although it accepts it.</summary>
/// <remarks>
/// Source: the validation of Calico's own API server. With the newer CRDs alone most of it is not checked at admission, and the agent then
/// takes the whole policy for missing, or a network for any address: so here it is always checked.
/// </remarks>
internal static class CalicoRules
{
    private static readonly string[] RootKeys = ["apiVersion", "kind", "metadata", "spec"];
    private static readonly string[] TierKeys = [.. RootKeys, "status"];

    public static void Check(Manifest manifest, ClusterProfile facts, Action<RuleFinding> report, SharedNodes? shared = null)
    {
        var check = new TreeCheck(report, facts) { Shared = shared };
        var root = manifest.Root;
        check.OnlyKeys(root, manifest.Kind is CalicoKinds.Tier ? TierKeys : RootKeys);
        Kind(check, manifest);
        check.Metadata(root);
        CalicoNameRules.Check(check, manifest);
        if (!TreeCheck.Has(root, "spec")) check.Refuses(root, "it has no spec");
        check.Child(root, "spec", Spec(manifest.Kind));
        if (manifest.Kind is CalicoKinds.Tier) CalicoSetRules.BuiltInTier(check, manifest);
    }

    private static Action<TreeCheck, ManifestNode> Spec(string kind) => kind switch
    {
        CalicoKinds.Policy => CalicoPolicyRules.Policy,
        CalicoKinds.GlobalPolicy => CalicoPolicyRules.GlobalPolicy,
        CalicoKinds.StagedPolicy => CalicoPolicyRules.StagedPolicy,
        CalicoKinds.StagedGlobalPolicy => CalicoPolicyRules.StagedGlobalPolicy,
        CalicoKinds.NetworkSet or CalicoKinds.GlobalNetworkSet => CalicoSetRules.NetworkSet,
        CalicoKinds.Tier => CalicoSetRules.Tier,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static void Kind(TreeCheck check, Manifest manifest)
    {
        var calico = check.Facts.Calico;
        if (CalicoKinds.IsStaged(manifest.Kind) && !calico.HasStaged()) check.Refuses(manifest.Root, $"Calico {calico.Version} has no {manifest.Kind}");
        if (manifest.Kind is CalicoKinds.Tier && !calico.HasTiers()) check.Refuses(manifest.Root, $"Calico {calico.Version} has no {manifest.Kind}");
    }
}
