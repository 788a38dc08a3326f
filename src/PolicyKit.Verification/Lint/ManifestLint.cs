using PolicyKit.Manifests;
using PolicyKit.Verification.Reading;

namespace PolicyKit.Verification.Lint;

/// <summary>
/// Input: manifests. Output: what is wrong or dangerous in their policies, at its file, line and column. Promise: one reading and one meaning
/// for all four dialects, the judge's own, and the same ids as in the editor and at run time; where a finding would be a guess there is none.
/// </summary>
public static class ManifestLint
{
    private static readonly ManifestRule[] Rules =
    [
        new PK0004ExceptionOutside(),
        new PK0006LabelNothingHas(),
        new PK0009NoDirection(),
        new PK1001And1002CutOff(CutOffNeed.ApiServer),
        new PK1001And1002CutOff(CutOffNeed.Dns),
        new PK1003HalfOfDns(),
        new PK1004ApiServerByLabels(),
        new PK2001WholeInternet(),
        new PK2002MetadataAddress(),
        new PK2003EveryPort(),
        new PK2004EveryPod(),
        new PK2005SensitivePort(),
        new PK2010AcceptsAlone(),
        new PK3007UnstableLabel(),
        new PK3011BaselineWithoutEffect(),
        new PK3012DenyBeforeAccept(),
        new PK4001NamespaceByLabel(),
        new PK4002Redundant(),
        new PK4003SplitPeer(),
        new PK5005HostNameWithoutProxy(),
        new PK5007LeftEmpty(),
        new PK5008CalicoTraps(),
    ];

    /// <summary>Looks at the policies among manifests.</summary>
    /// <param name="manifests">The manifests; Namespaces and pods among them make the findings sharper.</param>
    /// <param name="profile">What the cluster runs, with the facts of its API server and its DNS.</param>
    /// <returns>The findings, by file and place.</returns>
    public static ValueArray<Diagnostic> Check(IEnumerable<Manifest> manifests, ClusterProfile? profile = null)
    {
        ArgumentNullException.ThrowIfNull(manifests);
        var all = manifests.ToList();
        var linted = new LintedManifests(all, profile ?? ClusterProfile.Unknown);
        var findings = linted.Reading.Findings.Select(OfReading).Concat(Rules.SelectMany(rule => rule.Check(linted)).Where(Unique())).ToList();
        return findings
            .Where(finding => !LintPrecedence.IsOutweighed(finding, findings))
            .Select(finding => finding.Diagnostic)
            .OrderBy(found => found.File, StringComparer.Ordinal)
            .ThenBy(found => found.Position.Line)
            .ThenBy(found => found.Position.Column)
            .ThenBy(found => found.Id, StringComparer.Ordinal)
            .ToValueArray();
    }

    /// <summary>What the judge does not model is nobody's mistake.</summary>
    private static LintFinding OfReading(ReadFinding finding) =>
        new(finding.Manifest, finding.Path, finding.Consequence == ReadConsequence.NotModelled ? finding.Diagnostic with { Severity = Severity.Info } : finding.Diagnostic);

    /// <summary>A rule that was written once may be compiled to several.</summary>
    private static Func<LintFinding, bool> Unique()
    {
        var seen = new HashSet<(Manifest, string, string)>();
        return finding => seen.Add((finding.Manifest, finding.Path, finding.Diagnostic.Id));
    }
}
