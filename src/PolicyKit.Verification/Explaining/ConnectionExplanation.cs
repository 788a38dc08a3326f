using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Explaining;

/// <summary>What both ends of a connection decide about a flow, and why.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Egress">The source's end of the story.</param>
/// <param name="Ingress">The destination's end of the story.</param>
public sealed record ConnectionExplanation(Flow Flow, EndExplanation Egress, EndExplanation Ingress)
{
    /// <summary>What both ends decide.</summary>
    public ConnectionVerdict Verdict => new(Egress.Verdict, Ingress.Verdict);

    /// <summary>The whole story in plain text.</summary>
    /// <returns>A line for the connection, and below it some for each end.</returns>
    public override string ToString() => $"{FlowWords.Of(Flow)}: {FlowWords.Of(Verdict.Whole)}\n{Egress}\n{Ingress}";
}
