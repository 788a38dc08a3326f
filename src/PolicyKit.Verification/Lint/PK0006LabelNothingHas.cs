using PolicyKit.Verification.Engines.Selectors;
using PolicyKit.Verification.Rules;

namespace PolicyKit.Verification.Lint;

/// <summary>A label that Kubernetes lets nothing have selects nothing. Where the API server or the agent refuses it, reading has said so.</summary>
internal sealed class PK0006LabelNothingHas : ManifestRule
{
    public override IEnumerable<LintFinding> Check(LintedManifests manifests) =>
        from policy in manifests.Reading.Policies
        where policy is Engines.Calico.CalicoPolicyModel or Engines.ClusterNetworkPolicy.ClusterNetworkPolicyModel
        from label in WrittenLabel.In(policy.Manifest)
        let wrong = KubernetesNames.IsQualifiedName(label.Key) ? label.Values.FirstOrDefault(value => !KubernetesNames.IsLabelValue(value)) : label.Key
        where wrong is not null
        select Finding(
            RuleCatalogue.PK0006,
            label.Manifest,
            label.Place,
            $"'{Shown.Of(wrong)}' is not a label {(ReferenceEquals(wrong, label.Key) ? "key" : "value")}, and nothing in Kubernetes can have it.",
            "Letters, digits, '-', '_' and '.' may stand in it, 63 at most, with a letter or digit at both ends.");
}
