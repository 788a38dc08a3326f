using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Explaining;

/// <summary>What one end of a connection decides about a flow, and why.</summary>
/// <param name="Direction">The end: the destination for ingress, the source for egress.</param>
/// <param name="Flow">The flow.</param>
/// <param name="Verdict">What the end decides.</param>
/// <param name="Reason">Why, in one sentence.</param>
public sealed record EndExplanation(Direction Direction, Flow Flow, Verdict Verdict, string Reason)
{
    /// <summary>The policies that restrict this end to what rules allow; none where everything is allowed that nothing denies.</summary>
    public ValueArray<Source> RestrictedBy { get; init; } = [];

    /// <summary>The rule that decided, by its file and line; null where none did, because none restricts the end or none matched.</summary>
    public Source? Rule { get; init; }

    /// <summary>When denied, the rule that would allow the flow with the least change, and what it lacks; null where there is none.</summary>
    public NearestRule? Nearest { get; init; }

    /// <summary>When undefined, what it depends on; never none then.</summary>
    public ValueArray<OpenQuestion> Questions { get; init; } = [];

    /// <summary>The endpoint whose policies are asked.</summary>
    public Endpoint Subject => Direction == Direction.Ingress ? Flow.To : Flow.From;

    /// <summary>The end's story in plain text, indented.</summary>
    /// <returns>A line, and below it the closest rule or the open questions.</returns>
    public override string ToString()
    {
        var more = Questions.Select(question => question.ToString());
        if (Nearest is not null) more = more.Append($"closest: {Nearest}");
        return string.Concat(more.Prepend($"    {FlowWords.EndOf(Direction, Flow)}: {FlowWords.Of(Verdict)}. {Reason}").Select((line, index) => index == 0 ? line : $"\n        {line}"));
    }
}
