using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Explaining;

/// <summary>Something that the specifications leave open and on which a verdict depends.</summary>
/// <param name="Question">The question.</param>
/// <param name="IfYes">What the end decides if the answer is yes.</param>
/// <param name="IfNo">What the end decides if the answer is no.</param>
public sealed record OpenQuestion(Question Question, Verdict IfYes, Verdict IfNo)
{
    /// <summary>The question as people ask it.</summary>
    public string Words => QuestionWords.Of(Question);

    /// <summary>The question, and what follows from each answer.</summary>
    /// <returns>For example <c>Does a network in a policy match pods that have an address in it? If so, allowed; if not, denied. …</c>.</returns>
    public override string ToString() => $"{Words} If so, {FlowWords.Of(IfYes)}; if not, {FlowWords.Of(IfNo)}. {QuestionWords.Settling(Question)}";
}
