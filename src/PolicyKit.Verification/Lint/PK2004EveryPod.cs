using PolicyKit.Rules;
using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Lint;

/// <summary>Pods of any namespace, whatever their labels, are every pod of the cluster, those of other teams included.</summary>
internal sealed class PK2004EveryPod : ManifestRule
{
    public override IEnumerable<LintFinding> Check(LintedManifests manifests) =>
        from rule in manifests.Allowing
        where !PublicAddresses.AreAllIn(rule.Outside) && Examples(rule, manifests.Cluster).All(pod => rule.Holds(pod))
        select Finding(RuleCatalogue.PK2004, rule, $"The rule allows {(rule.Direction == Direction.Ingress ? "ingress from" : "egress to")} every pod of the cluster.", "Name the namespaces, or select the pods by their labels.");

    /// <summary>A pod without labels in a namespace that nobody names, and for each thing that the rule asks of pods one that has it.</summary>
    private static IEnumerable<Endpoint> Examples(LintedRule rule, SimulatedCluster cluster)
    {
        yield return ExamplePod.Pod("some-namespace", [], cluster);
        foreach (var leaf in rule.PeerLeaves)
        {
            if (leaf is (EndpointPredicate.Label or EndpointPredicate.InNamespace or EndpointPredicate.RunsAs) && ExamplePod.Of(leaf, cluster, rule.World.Answers) is { } pod) yield return pod;
        }
    }
}
