using PolicyKit.Rules;
using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Lint;

/// <summary>The API server is a host-network pod at most, often none at all: no pod selector sees it, however it is labelled.</summary>
internal sealed class PK1004ApiServerByLabels : ManifestRule
{
    private const string Mend = "Allow its addresses, or on Cilium the entity 'kube-apiserver'.";

    public override IEnumerable<LintFinding> Check(LintedManifests manifests)
    {
        foreach (var rule in manifests.Allowing.Where(rule => rule.Direction == Direction.Egress))
        {
            var label = rule.PeerLeaves.OfType<EndpointPredicate.Label>().FirstOrDefault(leaf => leaf is { Scope: LabelScope.Pod, Value: LabelTest.In { Values: [var value] } } && WellKnown.IsApiServerLabel(leaf.Key, value));
            if (label is { Value: LabelTest.In { Values: [var found] } })
            {
                yield return Finding(RuleCatalogue.PK1004, rule, $"The rule looks for the API server by the label '{label.Key}={found}', and it is no pod that a selector sees.", Mend);
            }
            else if (Namespace(rule) is { } name && (rule.Ports.Tcp.Contains(443) || rule.Ports.Tcp.Contains(6443)) && !rule.IsForAllTraffic)
            {
                yield return Finding(
                    RuleCatalogue.PK1004,
                    rule,
                    $"The rule allows the API server's port to the pods of namespace '{name}', and the API server is no pod that a selector sees.",
                    name == "default" ? Mend : "If the API server is meant: " + char.ToLowerInvariant(Mend[0]) + Mend[1..],
                    name == "default" ? Severity.Warning : Severity.Info);
            }
        }
    }

    /// <summary>The namespace that the peers are chosen by, where it holds what people take for the API server; one's own namespace says nothing.</summary>
    private static string? Namespace(LintedRule rule)
    {
        var names = rule.PeerLeaves.SelectMany(leaf => leaf switch
        {
            EndpointPredicate.InNamespace one => one.Names,
            EndpointPredicate.Label { Scope: LabelScope.Namespace, Key: SimulatedCluster.NamespaceNameLabel, Value: LabelTest.In values } => values.Values,
            _ => (IEnumerable<string>)[],
        }).ToList();
        return names is [("default" or "kube-system") and var only] && only != rule.Manifest.Namespace ? only : null;
    }
}
