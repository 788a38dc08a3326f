using PolicyKit.Rules;
using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Engines.ClusterNetworkPolicy;
using PolicyKit.Verification.Engines.Kubernetes;

namespace PolicyKit.Verification.Lint;

/// <summary>What a NetworkPolicy decides is final: the Baseline tier is asked only about pods that no NetworkPolicy selects.</summary>
internal sealed class PK3011BaselineWithoutEffect : ManifestRule
{
    public override IEnumerable<LintFinding> Check(LintedManifests manifests)
    {
        foreach (var rule in manifests.Worlds.SelectMany(world => world.Rules).DistinctBy(rule => (rule.Manifest, rule.Direction)))
        {
            if (rule.World.Policies.FirstOrDefault(policy => ReferenceEquals(policy.Manifest, rule.Manifest)) is not ClusterNetworkPolicyModel { Tier: ClusterTier.Baseline }) continue;
            if (rule.World.Policies.OfType<KubernetesModel>().FirstOrDefault(policy => Selects(rule, policy)) is not { } policy) continue;
            yield return Finding(RuleCatalogue.PK3011, rule, $"The {policy.Manifest} selects pods of this Baseline policy in this direction, so it has no effect on them.", "Write what is meant into the NetworkPolicy, or use the Admin tier.");
        }
    }

    /// <summary>A pod of the cluster, or one that the NetworkPolicy asks for, is selected by both.</summary>
    private static bool Selects(LintedRule rule, KubernetesModel policy)
    {
        if (!policy.Types.Contains(rule.Direction)) return false;
        var subject = new EndpointPredicate.InNamespace(policy.Namespace ?? "default") & policy.Subject.On(LabelScope.Pod);
        var pods = rule.World.Cluster.Pods.Where(pod => Holds(subject, pod, rule)).ToList();
        if (pods.Count == 0 && ExamplePod.Of(subject, rule.World.Cluster, rule.World.Answers) is { } example) pods.Add(example);
        return pods.Any(pod => Holds(rule.Block.Subject, pod, rule));
    }

    private static bool Holds(EndpointPredicate subject, Endpoint pod, LintedRule rule) =>
        subject.Test(new Sight(ExamplePod.Nobody, pod.Addresses[0], pod, pod.Addresses[0], Traffic.Tcp(1), rule.World.Answers), Side.Peer) == Truth.True;
}
