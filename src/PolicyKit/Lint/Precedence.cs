// Linked into the analyzers: this file must also compile for netstandard2.0.
namespace PolicyKit.Lint;

/// <summary>One report a spot: of findings that say nearly the same, the weightiest of a chain stays; of equals the first in the chain.</summary>
internal static class Precedence
{
    private static readonly string[][] Chains = [["PK1004", "PK1005", "PK1001"], ["PK2005", "PK2001", "PK2002", "PK2006"], ["PK2003", "PK2004"]];

    /// <summary>Whether another finding at the same rule stands for this one.</summary>
    public static bool IsOutweighed(LintFinding finding, IReadOnlyList<LintFinding> others)
    {
        if (others.Count == 1) return false;
        foreach (var chain in Chains)
        {
            var place = Array.IndexOf(chain, finding.Rule.Id);
            if (place >= 0) return others.Any(other => Array.IndexOf(chain, other.Rule.Id) is >= 0 and var at && (other.Severity > finding.Severity || (other.Severity == finding.Severity && at < place)));
        }

        return false;
    }
}
