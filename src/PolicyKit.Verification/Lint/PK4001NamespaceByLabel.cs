using PolicyKit.Rules;

namespace PolicyKit.Verification.Lint;

/// <summary>Whoever may label a namespace decides who is let in; only <c>kubernetes.io/metadata.name</c> is set by the control plane.</summary>
internal sealed class PK4001NamespaceByLabel : ManifestRule
{
    public override IEnumerable<LintFinding> Check(LintedManifests manifests) =>
        from label in manifests.Policies.SelectMany(WrittenLabel.In)
        where label.OfNamespace && WellKnown.IsNamespaceNameLookalike(label.Key)
        select Finding(RuleCatalogue.PK4001, label.Manifest, label.Place, $"Namespaces are chosen by the label '{label.Key}', which nothing guarantees to be their name.", "Use 'kubernetes.io/metadata.name', which the control plane sets.");
}
