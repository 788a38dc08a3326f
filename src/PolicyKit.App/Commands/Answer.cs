using System.Text.Json;
using PolicyKit.App.Inputs;
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
        var flow = query.In(subject.Judge.Cluster);
        if (Blocking(subject, ReadConsequence.NotModelled) is { } beyond) return new(query, "undefined", $"Nothing may be concluded beside {beyond.Manifest}. {beyond}");
        var verdict = query.Direction is { } direction ? subject.Judge.Decide(direction, flow) : subject.Judge.Decide(flow).Whole;
        return new(query, Word(verdict), isExplained ? Reasons(query, flow, subject) : $"Decided by {string.Join(", ", verdict.Trace)}.");
    }

    // Of a denied connection the end that denies it is the reason; of any other, both ends are.
    private static string Reasons(Query query, Flow flow, Subject subject)
    {
        if (query.Direction is { } direction) return subject.Judge.Explain(direction, flow).Reason;
        var (egress, ingress) = (subject.Judge.Explain(Direction.Egress, flow), subject.Judge.Explain(Direction.Ingress, flow));
        if (egress.Verdict is Verification.Deciding.Verdict.Deny) return egress.Reason;
        return ingress.Verdict is Verification.Deciding.Verdict.Deny ? ingress.Reason : $"{egress.Reason} {ingress.Reason}";
    }

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
