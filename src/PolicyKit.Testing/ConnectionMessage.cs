using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Explaining;

namespace PolicyKit.Testing;

/// <summary>What a test says when a connection is not what it should be.</summary>
internal static class ConnectionMessage
{
    public static PolicyAssertionException NotAllowed(TestCluster cluster, ConnectionExplanation explained) =>
        Of(explained, "allowed", end => Mends.ToAllow(cluster, end));

    public static PolicyAssertionException NotDenied(TestCluster cluster, ConnectionExplanation explained, string expected = "denied") =>
        Of(explained, expected, end => Mends.ToDeny(cluster, end));

    /// <summary>One end is not what it should be, whatever the other one decides.</summary>
    public static PolicyAssertionException NotReached(EndExplanation end, string target, string mend) =>
        Of($"{end.Subject} → {target} on {FlowWords.Of(end.Flow.Traffic)}", "allowed", end.Verdict, [end], _ => mend);

    private static PolicyAssertionException Of(ConnectionExplanation explained, string expected, Func<EndExplanation, string?> mend)
    {
        var whole = explained.Verdict.Whole;
        EndExplanation[] both = [explained.Egress, explained.Ingress];
        return Of(FlowWords.Of(explained.Flow), expected, whole, [.. both.Where(end => end.Verdict.GetType() == whole.GetType())], mend);
    }

    /// <param name="thing">What the message is about.</param>
    /// <param name="expected">What it should be.</param>
    /// <param name="verdict">What it is.</param>
    /// <param name="ends">The ends that made it so: both of an allowed connection, else those that denied it, else those that are not decided.</param>
    /// <param name="mend">What to change at an end.</param>
    private static PolicyAssertionException Of(string thing, string expected, Verdict verdict, IReadOnlyList<EndExplanation> ends, Func<EndExplanation, string?> mend) => FailureMessage.About(thing)
        .Say("should be", expected)
        .Say("but was", verdict switch
        {
            Verdict.Allow => "allowed",
            Verdict.Deny => $"denied {Places(ends)}",
            Verdict.Undefined => $"not decided {Places(ends)}: it depends on what the cluster runs",
            _ => throw new System.Diagnostics.UnreachableException(),
        })
        .Say("why", ends.SelectMany(Reasons))
        .Say("closest", ends.Select(end => end.Nearest).OfType<NearestRule>().Select(nearest => $"{nearest}."))
        .Say("mend", ends.Select(end => end.Verdict is Verdict.Undefined ? Mends.ToSettle(end) : mend(end)).OfType<string>().Distinct(StringComparer.Ordinal))
        .ToException();

    private static IEnumerable<string> Reasons(EndExplanation end) => end.Questions.Count == 0
        ? [end.Reason]
        : end.Questions.Select(question => $"{question.Words} If so, this is {FlowWords.Of(question.IfYes)}; if not, {FlowWords.Of(question.IfNo)}.");

    private static string Places(IEnumerable<EndExplanation> ends) => Sentences.List([.. ends.Select(end => end.Direction == Direction.Ingress
        ? $"at the destination (ingress: what may connect to {end.Subject})"
        : $"at the source (egress: what {end.Subject} may connect to)")]);
}
