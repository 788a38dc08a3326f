namespace PolicyKit.Verification.Deciding;

/// <summary>Which open questions are answered, and how; the default value answers none.</summary>
public readonly record struct Answers
{
    private readonly uint _yes;
    private readonly uint _no;

    private Answers(uint yes, uint no)
    {
        _yes = yes;
        _no = no;
    }

    /// <summary>No question answered.</summary>
    public static Answers None => default;

    /// <summary>The answer to a question, or null while it is open.</summary>
    /// <param name="question">The question.</param>
    public bool? this[Question question] => (_yes & Bit(question)) != 0 ? true : (_no & Bit(question)) != 0 ? false : null;

    /// <summary>The same answers with one more.</summary>
    /// <param name="question">The question.</param>
    /// <param name="answer">Its answer; it replaces an earlier one.</param>
    /// <returns>The new answers.</returns>
    public Answers With(Question question, bool answer) =>
        answer ? new(_yes | Bit(question), _no & ~Bit(question)) : new(_yes & ~Bit(question), _no | Bit(question));

    /// <summary>The same answers, and no to every question that is open.</summary>
    internal Answers ElseNo() => new(_yes, ~_yes);

    /// <summary>The answers, for messages.</summary>
    /// <returns>For example <c>AddressSeesPods: yes</c>.</returns>
    public override string ToString()
    {
        var answers = this;
        return string.Join(", ", Enum.GetValues<Question>().Where(q => answers[q] is not null).Select(q => $"{q}: {(answers[q] == true ? "yes" : "no")}"));
    }

    private static uint Bit(Question question) => 1u << (int)question;
}
