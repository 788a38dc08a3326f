using PolicyKit.Manifests;
using PolicyKit.Verification.Reading;
using PolicyKit.Verification.Rules;

namespace PolicyKit.Verification.Lint;

/// <summary>One rule of the lint on manifests. It keeps no state.</summary>
internal abstract class ManifestRule
{
    public abstract IEnumerable<LintFinding> Check(LintedManifests manifests);

    protected static LintFinding Finding(Rule rule, Manifest manifest, Place place, string problem, string mend, Severity? severity = null) =>
        new(manifest, place.Path, new(rule.Id, severity ?? rule.Severity, $"{Shown.Of(manifest)}: {(place.Path.Length == 0 ? "" : $"'{place.Path}': ")}{problem}", mend) { File = manifest.File, Position = place.Position });

    protected static LintFinding Finding(Rule rule, LintedRule at, string problem, string mend, Severity? severity = null) => Finding(rule, at.Manifest, at.Place, problem, mend, severity);
}
