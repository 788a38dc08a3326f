using PolicyKit.Manifests;
using PolicyKit.Verification.Engines.Selectors;
using PolicyKit.Verification.Reading;

namespace PolicyKit.Verification.Engines.ClusterNetworkPolicy;

/// <summary>
/// Input: a ClusterNetworkPolicy v1alpha2. Output: what the API server stores, by the CRD of the profile's channel. Promise: what the CRD
/// does not validate (selectors, port names) is stored unvalidated here too.
/// </summary>
internal sealed class ClusterNetworkPolicyReader : IDialect
{
    private const int MaxPriority = 1000;
    private const int MaxItems = 25;

    public bool Owns(Manifest manifest) =>
        manifest.Kind == "ClusterNetworkPolicy" && manifest.ApiVersion.StartsWith("policy.networking.k8s.io/", StringComparison.Ordinal);

    public PolicyModel? Read(Manifest manifest, ReadingLog log, ClusterProfile profile)
    {
        var root = new Fields(manifest.Root, Place.Root(manifest), log, NullReading.Dropped);
        if (manifest.ApiVersion != "policy.networking.k8s.io/v1alpha2")
        {
            log.Reject(root.PlaceOf("apiVersion"), $"There is no ClusterNetworkPolicy in '{manifest.ApiVersion}'.", "Write 'policy.networking.k8s.io/v1alpha2'.");
            return null;
        }

        ObjectHeader.Read(root, log, KubernetesNames.IsSubdomain, namespaced: false);
        root.Skip("status");
        var spec = root.Map("spec");
        root.Close();
        if (spec is null)
        {
            log.Reject(root.PlaceOf("spec"), "The field 'spec' is required.");
            return null;
        }

        var tier = Tier(spec);
        var priority = ClusterFields.Number(spec, "priority", 0, MaxPriority);
        var subject = ClusterFields.Subject(spec, namespaceSelectorRequired: false);
        var rules = new ClusterRuleReader(profile.ClusterNetworkPolicy.Channel == ReleaseChannel.Experimental);
        var ingress = rules.Read(spec, Direction.Ingress, MaxItems);
        var egress = rules.Read(spec, Direction.Egress, MaxItems);
        spec.Close();
        return log.IsEnforced && subject is not null ? new ClusterNetworkPolicyModel(manifest, tier, (int)priority, subject, ingress, egress) : null;
    }

    private static ClusterTier Tier(Fields spec)
    {
        switch (spec.Text("tier"))
        {
            case "Admin": return ClusterTier.Admin;
            case "Baseline": return ClusterTier.Baseline;
            case null: spec.Log.Reject(spec.PlaceOf("tier"), "The field 'tier' is required.", "Write Admin or Baseline."); break;
            case var other: spec.Log.Reject(spec.PlaceOf("tier"), $"'{other}' is not a tier.", "Write Admin or Baseline."); break;
        }

        return ClusterTier.Baseline;
    }
}
