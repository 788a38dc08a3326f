using PolicyKit.Manifests;
using PolicyKit.Verification.Reading;
using PolicyKit.Verification.Rules;

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

    /// <summary>Looks at the raw manifests of a set, beside everything else that the set emits. What emitting the set says already is not said again.</summary>
    /// <param name="policies">The set; a rehearsed one is looked at as it will be enforced.</param>
    /// <param name="engine">The engine it is for. Raw manifests for others are left out, as they are when it is emitted.</param>
    /// <param name="profile">What the cluster runs, with the facts of its API server and its DNS.</param>
    /// <returns>The findings, each at the line of C# that brought the manifest in, and the place in its text; none where the set cannot be emitted.</returns>
    public static ValueArray<Diagnostic> CheckRaw(PolicySet policies, Engine engine, ClusterProfile? profile = null)
    {
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentNullException.ThrowIfNull(engine);
        var raws = policies.OfType<RawManifest>().Where(raw => ReferenceEquals(raw.Engine, engine)).ToList();
        var enforced = raws.Count == 0 ? null : policies.InMode(RolloutMode.Enforce).Emit(engine, profile);
        if (enforced is not { Succeeded: true }) return [];

        // Read under a name each, so that a finding can be led back to its line of C#.
        var named = raws.Select((raw, index) => (Raw: raw, Name: FormattableString.Invariant($"{index}"))).ToDictionary(one => one.Name, one => one.Raw, StringComparer.Ordinal);
        var read = named.SelectMany(one => ManifestReader.Read(one.Value.Yaml, one.Key).Manifests).ToList();
        var said = enforced.Diagnostics.Select(Line).ToHashSet();
        return Check([.. enforced.Manifests.Except(read), .. read], profile)
            .Where(finding => finding.File is not null)
            .Select(finding => finding with { File = null, Origin = named[finding.File!].Origin })
            .Where(finding => !said.Contains(Line(finding)) && !IsSettled(finding.Id, policies))
            .ToValueArray();

        static (string, string?, int) Line(Diagnostic finding) => (finding.Id, finding.Origin.File, finding.Origin.Line);
    }

    /// <summary>What every policy of the set says that its pods do without, the pods of its raw manifests do without too.</summary>
    private static bool IsSettled(string id, PolicySet set) =>
        set.Policies.Any()
        && ((id == RuleCatalogue.PK1001.Id && set.Policies.All(policy => policy.NoApiServerBecause is not null))
            || (id == RuleCatalogue.PK1002.Id && set.Policies.All(policy => policy.NoDnsBecause is not null)));

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
