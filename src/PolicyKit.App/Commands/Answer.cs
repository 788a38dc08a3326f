using System.Text.Json;
using PolicyKit.App.Inputs;
using PolicyKit.Verification;
using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Reading;

namespace PolicyKit.App.Commands;

/// <summary>The answer to a question: the verdict in a word, and why.</summary>
internal sealed record Answer(Query Query, string Verdict, string Reason)
{
    /// <summary>Whether the verdict is the expected one; null when none is expected.</summary>
    public bool? AsExpected => Query.Expect is null ? null : Query.Expect == Verdict;

    /// <summary>Asks the judge.</summary>
    /// <param name="query">The question.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="isExplained">Whether the reason is a whole sentence; of thousands of questions it is only what decided, which costs nothing.</param>
    /// <exception cref="ArgumentException">The question names something that is not there.</exception>
    public static Answer To(Query query, Subject subject, bool isExplained)
    {
        if (Blocking(subject, ReadConsequence.RejectedByApiServer) is { } rejected) return new(query, "rejected", $"The API server refuses {rejected.Manifest}. {rejected}");
        var flows = query.In(subject.Judge.Cluster);
        if (Blocking(subject, ReadConsequence.NotModelled) is { } beyond) return new(query, "undefined", $"Nothing may be concluded beside {beyond.Manifest}. {beyond}");
        if (flows.Count == 1 && !query.IsOfService) return One(query, flows[0], subject.Judge, isExplained);
        var answers = flows.Select(flow => One(query, flow, subject.Judge, isExplained)).ToList();

        // A Service sends to any of its endpoints: what one of them does not get cannot be relied on.
        var at = (answers.FindIndex(answer => answer.Verdict == "deny"), answers.FindIndex(answer => answer.Verdict == "undefined")) switch
        {
            ( >= 0 and var denied, _) => denied,
            (_, >= 0 and var undefined) => undefined,
            _ => 0,
        };
        var alike = answers.Count(answer => answer.Verdict == answers[at].Verdict);
        return answers[at] with { Reason = $"The Service sends this to {Endpoints(flows[at], alike, flows.Count)}. {answers[at].Reason}" };
    }

    private static string Endpoints(Flow told, int alike, int all) => all == 1
        ? $"{told.To} {told.Traffic}"
        : FormattableString.Invariant($"one of {all} endpoints, {(alike == all ? "and each gives this verdict" : $"of which {alike} {(alike == 1 ? "gives" : "give")} this verdict")}, as {told.To} {told.Traffic} does");

    private static Answer One(Query query, Flow flow, Judge judge, bool isExplained)
    {
        if (query.Direction is { } direction)
        {
            var verdict = judge.Decide(direction, flow);
            return new(query, Word(verdict), isExplained ? judge.Explain(direction, flow).Reason : Trace(verdict));
        }

        var both = judge.Decide(flow);
        return new(query, Word(both.Whole), isExplained ? string.Join(' ', Telling(both).Select(end => judge.Explain(end, flow).Reason)) : Trace(both.Whole));
    }

    private static string Trace(Verdict verdict) => $"Decided by {string.Join(", ", verdict.Trace)}.";

    // Of a denied connection the end that denies it is the reason; of any other, both ends are.
    private static IReadOnlyList<Direction> Telling(ConnectionVerdict verdict) => verdict switch
    {
        { Egress: Verification.Deciding.Verdict.Deny } => [Direction.Egress],
        { Ingress: Verification.Deciding.Verdict.Deny } => [Direction.Ingress],
        _ => [Direction.Egress, Direction.Ingress],
    };

    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("from", Query.From);
        json.WriteString("to", Query.To);
        json.WriteString("protocol", Query.Protocol);
        json.WriteNumber("port", Query.Port);
        json.WriteString("direction", Query.DirectionWord);
        json.WriteString("verdict", Verdict);
        json.WriteString("reason", Reason);
        if (AsExpected is { } asExpected) json.WriteBoolean("asExpected", asExpected);
        json.WriteEndObject();
    }

    /// <summary>A verdict in a word.</summary>
    public static string Word(Verdict verdict) => verdict switch
    {
        Verification.Deciding.Verdict.Allow => "allow",
        Verification.Deciding.Verdict.Deny => "deny",
        Verification.Deciding.Verdict.Undefined => "undefined",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static ReadFinding? Blocking(Subject subject, ReadConsequence consequence) => subject.Policies.Findings.FirstOrDefault(finding => finding.Consequence == consequence);
}
