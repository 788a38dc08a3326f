using PolicyKit.Manifests;
using PolicyKit.Rules;
using PolicyKit.Verification.Engines.Kubernetes;

namespace PolicyKit.Verification.Lint;

/// <summary>What Kubernetes drops or never looks at leaves something else behind than was written: a rule for everybody, or a direction that nobody restricts.</summary>
internal sealed class PK5007LeftEmpty : ManifestRule
{
    private static readonly string[] RuleKeys = ["from", "to", "ports"];

    public override IEnumerable<LintFinding> Check(LintedManifests manifests)
    {
        foreach (var policy in manifests.Reading.Policies.OfType<KubernetesModel>())
        {
            var spec = new SpecView(policy.Manifest);
            foreach (var direction in Enum.GetValues<Direction>())
            {
                var section = direction == Direction.Ingress ? "ingress" : "egress";
                foreach (var (rule, place) in spec.Items(section))
                {
                    if (rule.Count > 0 && rule.All(entry => !RuleKeys.Contains(entry.Key, StringComparer.Ordinal)))
                    {
                        yield return Finding(RuleCatalogue.PK5007, policy.Manifest, place, "None of these keys is known, so they are dropped, and the rule that is left allows everybody on every port.", "Write 'from', 'to' and 'ports' as Kubernetes knows them.");
                    }
                }

                if (spec[section] is not ManifestList list || policy.Types.Contains(direction)) continue;
                var name = direction.ToString();
                yield return list.Count == 0 && spec.IsAbsentOrEmpty("policyTypes")
                    ? Finding(RuleCatalogue.PK5007, policy.Manifest, spec.PlaceOf(section), $"An empty '{section}' without 'policyTypes' restricts no {section}.", $"Write 'policyTypes' with {name} in it, or remove the list.")
                    : Finding(RuleCatalogue.PK5007, policy.Manifest, spec.PlaceOf(section), $"'policyTypes' does not name {name}, so this section has no effect.", $"Add {name} to 'policyTypes', or remove the section.");
            }
        }
    }
}
