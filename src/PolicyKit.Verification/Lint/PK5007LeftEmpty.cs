using PolicyKit.Manifests;
using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Engines.Calico;
using PolicyKit.Verification.Engines.Kubernetes;
using PolicyKit.Verification.Reading;
using PolicyKit.Verification.Rules;

namespace PolicyKit.Verification.Lint;

/// <summary>What the API server drops or an engine never looks at leaves something else behind than was written: a rule for everybody, or a direction that nobody restricts.</summary>
internal sealed class PK5007LeftEmpty : ManifestRule
{
    public override IEnumerable<LintFinding> Check(LintedManifests manifests) => OpenedRules(manifests).Concat(manifests.Reading.Policies.SelectMany(IdleSections));

    private static IEnumerable<LintFinding> OpenedRules(LintedManifests manifests)
    {
        var open = manifests.Allowing.Where(rule => rule.Written.Peer == EndpointPredicate.Always).ToList();
        foreach (var dropped in manifests.Reading.Findings.Where(finding => finding.Consequence == ReadConsequence.Pruned))
        {
            if (open.Find(rule => ReferenceEquals(rule.Manifest, dropped.Manifest) && dropped.Path.StartsWith(rule.Place.Path + ".", StringComparison.Ordinal)) is not { } left) continue;
            var key = dropped.Path[(dropped.Path.LastIndexOf('.') + 1)..];
            yield return Finding(RuleCatalogue.PK5007, left, $"'{Shown.Of(key)}' is dropped, and the rule that is left allows everybody{(left.IsForAllTraffic ? " on every port" : "")}.", "Write the key as the API knows it, or leave the rule out.");
        }
    }

    private static IEnumerable<LintFinding> IdleSections(PolicyModel policy)
    {
        var (types, key) = policy switch
        {
            KubernetesModel kubernetes => (kubernetes.Types, "policyTypes"),
            CalicoPolicyModel calico => (calico.Types, "types"),
            _ => ([], ""),
        };
        if (key.Length == 0) yield break;
        var spec = new SpecView(policy.Manifest);
        foreach (var direction in Enum.GetValues<Direction>())
        {
            var section = direction == Direction.Ingress ? "ingress" : "egress";
            if (spec[section] is not ManifestList list || types.Contains(direction)) continue;
            yield return list.Count == 0 && spec.IsAbsentOrEmpty(key)
                ? Finding(RuleCatalogue.PK5007, policy.Manifest, spec.PlaceOf(section), $"An empty '{section}' without '{key}' restricts no {section}.", $"Write '{key}' with {direction} in it, or remove the list.")
                : Finding(RuleCatalogue.PK5007, policy.Manifest, spec.PlaceOf(section), $"'{key}' does not name {direction}, so this section has no effect.", $"Add {direction} to '{key}', or remove the section.");
        }
    }
}
