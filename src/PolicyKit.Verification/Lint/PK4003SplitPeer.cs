using PolicyKit.Manifests;
using PolicyKit.Rules;
using PolicyKit.Verification.Engines.Kubernetes;

namespace PolicyKit.Verification.Lint;

/// <summary>A dash too many makes "pods of that namespace" into "that namespace, or pods of this one".</summary>
internal sealed class PK4003SplitPeer : ManifestRule
{
    public override IEnumerable<LintFinding> Check(LintedManifests manifests)
    {
        foreach (var policy in manifests.Reading.Policies.OfType<KubernetesModel>())
        {
            var spec = new SpecView(policy.Manifest);
            foreach (var (rule, place) in spec.Items("ingress").Concat(spec.Items("egress")))
            {
                var peers = SpecView.ItemsOf(rule, "from", place).Concat(SpecView.ItemsOf(rule, "to", place)).ToList();
                if (peers is not [var (first, _), var (second, at)] || !IsOnly(first, "namespaceSelector") || !IsOnly(second, "podSelector")) continue;
                yield return Finding(
                    RuleCatalogue.PK4003,
                    policy.Manifest,
                    at,
                    "The namespaces before and these pods are two peers: every pod of those namespaces, and these pods of the policy's own namespace.",
                    "Leave out the dash before 'podSelector' if the pods of those namespaces are meant.");
            }
        }
    }

    /// <summary>A selector that asks for something, and nothing beside it.</summary>
    private static bool IsOnly(ManifestMap peer, string key) => peer.Count == 1 && peer[key] is ManifestMap { Count: > 0 };
}
