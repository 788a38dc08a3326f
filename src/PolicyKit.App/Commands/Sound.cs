using PolicyKit.App.Consoles;
using PolicyKit.App.Inputs;
using PolicyKit.Verification.Reading;

namespace PolicyKit.App.Commands;

/// <summary>Refuses to say what is reachable where that would be a guess: the API server refuses an object, or the judge does not model one.</summary>
internal static class Sound
{
    /// <exception cref="CommandFailure">Nothing may be concluded.</exception>
    public static Subject Of(Subject subject, Terminal terminal)
    {
        FindingNotes.Write(subject, terminal);
        if (subject.Policies.IsRejected) throw CommandFailure.BadInput("The API server refuses a policy, so there is nothing to say about a cluster that has it. Mend the policy, or leave its file out.");
        if (subject.Policies.Findings.FirstOrDefault(finding => finding.Consequence == ReadConsequence.NotModelled) is { } beyond)
        {
            throw CommandFailure.BadInput($"{beyond.Manifest} is beyond what is judged here, so nothing may be concluded beside it. Leave its file out to see the others alone.");
        }

        return subject;
    }
}
