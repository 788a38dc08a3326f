namespace PolicyKit.Verification.Lint;

/// <summary>One report a spot: of findings that say nearly the same, the weightiest of a chain stays; of equals the first in the chain.</summary>
internal static class LintPrecedence
{
    private static readonly string[][] AtOnePlace = [["PK2005", "PK2001", "PK2002"], ["PK2003", "PK2004"]];

    public static bool IsOutweighed(LintFinding finding, IReadOnlyList<LintFinding> all)
    {
        // Who looks for the API server by labels has said that it is needed; that it is not reached is the same mistake.
        if (finding.Diagnostic.Id == "PK1001") return all.Any(other => other.Diagnostic is { Id: "PK1004", Severity: Severity.Warning } && ReferenceEquals(other.Manifest, finding.Manifest));
        if (Array.Find(AtOnePlace, chain => chain.Contains(finding.Diagnostic.Id, StringComparer.Ordinal)) is not { } chain) return false;
        var place = Array.IndexOf(chain, finding.Diagnostic.Id);
        return all.Any(other => other.Path == finding.Path
            && ReferenceEquals(other.Manifest, finding.Manifest)
            && Array.IndexOf(chain, other.Diagnostic.Id) is >= 0 and var at
            && (other.Diagnostic.Severity > finding.Diagnostic.Severity || (other.Diagnostic.Severity == finding.Diagnostic.Severity && at < place)));
    }
}
