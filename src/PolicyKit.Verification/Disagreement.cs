using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification;

/// <summary>One flow about which an engine's manifests say something else than the written policies, and no declared gap covers it.</summary>
/// <param name="Engine">The engine the manifests are for.</param>
/// <param name="Direction">The end that is asked: the destination for ingress, the source for egress.</param>
/// <param name="Flow">The flow.</param>
/// <param name="Answers">The answers to open questions under which they differ.</param>
/// <param name="Surroundings">What stands beside the set in the cluster.</param>
/// <param name="Written">What the written policies decide.</param>
/// <param name="Intermediate">What the intermediate form decides; with it one sees which half is wrong.</param>
/// <param name="Read">What the manifests decide when they are read back.</param>
public sealed record Disagreement(
    Engine Engine, Direction Direction, Flow Flow, Answers Answers, string Surroundings, Verdict Written, Verdict Intermediate, Verdict Read)
{
    /// <summary>The disagreement with both explanations.</summary>
    /// <returns>Four lines.</returns>
    public override string ToString() =>
        $"""
        {Flow}, {(Direction == Direction.Ingress ? "ingress of the destination" : "egress of the source")}, {Surroundings}
            written: {Explained(Written)}
            {(Intermediate.Equals(Written) ? "" : $"intermediate form: {Explained(Intermediate)}\n    ")}{Engine}: {Explained(Read)}
            where {(Answers == Answers.None ? "nothing is answered" : Answers.ToString())}
        """.ReplaceLineEndings("\n");

    private static string Explained(Verdict verdict) => $"{verdict}, because of {string.Join(", ", verdict.Trace.Select(source => $"'{source}'"))}";
}
