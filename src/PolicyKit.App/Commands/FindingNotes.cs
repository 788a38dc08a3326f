using PolicyKit.App.Consoles;
using PolicyKit.App.Inputs;
using PolicyKit.Verification.Reading;

namespace PolicyKit.App.Commands;

/// <summary>Notes on standard error about objects that do not act as they are written; without them a verdict surprises.</summary>
internal static class FindingNotes
{
    public static void Write(Subject subject, Terminal terminal)
    {
        foreach (var finding in subject.Findings.Where(finding => finding.Consequence != ReadConsequence.Accepted)) terminal.Note(finding.ToString());
    }
}
