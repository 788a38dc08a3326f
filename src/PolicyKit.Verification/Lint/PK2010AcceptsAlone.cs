using PolicyKit.Rules;
using PolicyKit.Verification.Engines.ClusterNetworkPolicy;
using PolicyKit.Verification.Engines.Kubernetes;

namespace PolicyKit.Verification.Lint;

/// <summary>A ClusterNetworkPolicy isolates nobody: what it accepts was allowed before, unless something denies the rest.</summary>
internal sealed class PK2010AcceptsAlone : ManifestRule
{
    public override IEnumerable<LintFinding> Check(LintedManifests manifests)
    {
        var policies = manifests.Reading.Policies.OfType<ClusterNetworkPolicyModel>().ToList();
        foreach (var direction in Enum.GetValues<Direction>())
        {
            if (policies.Any(policy => policy.Rules(direction).Any(rule => rule.Action == ClusterAction.Deny))) continue;
            if (manifests.Reading.Policies.OfType<KubernetesModel>().Any(policy => policy.Types.Contains(direction))) continue;
            foreach (var policy in policies)
            {
                if (policy.Rules(direction).FirstOrDefault(rule => rule.Action == ClusterAction.Accept) is not { } accept) continue;
                var word = direction == Direction.Ingress ? "ingress" : "egress";
                yield return Finding(RuleCatalogue.PK2010, policy.Manifest, accept.Place, $"The policy accepts {word}, and nothing here denies the rest, so it restricts nothing.", "Add a Deny after it, in the same tier or in a later one.");
            }
        }
    }
}
