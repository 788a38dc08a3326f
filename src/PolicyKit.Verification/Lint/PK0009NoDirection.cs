using PolicyKit.Verification.Engines.Calico;
using PolicyKit.Verification.Engines.ClusterNetworkPolicy;
using PolicyKit.Verification.Engines.Kubernetes;
using PolicyKit.Verification.Rules;

namespace PolicyKit.Verification.Lint;

/// <summary>A policy that names no direction is filled in by the API server, or does nothing at all.</summary>
internal sealed class PK0009NoDirection : ManifestRule
{
    public override IEnumerable<LintFinding> Check(LintedManifests manifests)
    {
        foreach (var policy in manifests.Reading.Policies)
        {
            var spec = new SpecView(policy.Manifest);
            switch (policy)
            {
                case KubernetesModel when spec.IsAbsentOrEmpty("policyTypes") && spec["ingress"] is null && spec["egress"] is null:
                    yield return Finding(RuleCatalogue.PK0009, policy.Manifest, spec.Place, "The policy names no direction, and Kubernetes reads that as a default deny of ingress.", "Write 'policyTypes: [Ingress]' if that is meant.");
                    break;
                case CalicoPolicyModel when policy.Manifest.ApiVersion == CalicoKinds.Group + "/v3" && spec["types"] is null && spec["ingress"] is null && spec["egress"] is null:
                    yield return Finding(RuleCatalogue.PK0009, policy.Manifest, spec.Place, "The policy names no direction, and Calico reads that as a default deny of ingress.", "Write 'types: [Ingress]' if that is meant.");
                    break;
                case ClusterNetworkPolicyModel { Ingress.Count: 0, Egress.Count: 0 }:
                    yield return Finding(RuleCatalogue.PK0009, policy.Manifest, spec.Place, "The policy has rules for no direction, so it does nothing.", "Write its rules, or remove it.");
                    break;
            }
        }
    }
}
