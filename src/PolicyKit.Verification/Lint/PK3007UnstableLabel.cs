using PolicyKit.Rules;

namespace PolicyKit.Verification.Lint;

/// <summary>A selector on a label that every rollout changes matches until the next one; one that Cilium leaves out of identities matches nothing there.</summary>
internal sealed class PK3007UnstableLabel : ManifestRule
{
    private const string Mend = "Select by a label that stays, such as 'app.kubernetes.io/name'.";

    public override IEnumerable<LintFinding> Check(LintedManifests manifests)
    {
        foreach (var label in manifests.Policies.SelectMany(WrittenLabel.In))
        {
            if (label.OfNamespace) continue;
            if (WellKnown.IsRolloutLabel(label.Key))
            {
                yield return Finding(RuleCatalogue.PK3007, label.Manifest, label.Place, $"The selector asks for '{label.Key}', which changes with every rollout.", Mend);
            }
            else if (manifests.Profile.Engine == Enforcer.Cilium && WellKnown.IsExcludedByCilium(label.Key))
            {
                yield return Finding(RuleCatalogue.PK3007, label.Manifest, label.Place, $"The selector asks for '{label.Key}', which Cilium leaves out of identities unless it is told otherwise, so that nothing matches.", Mend);
            }
        }
    }
}
