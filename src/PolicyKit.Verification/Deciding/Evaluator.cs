namespace PolicyKit.Verification.Deciding;

/// <summary>
/// Input: a program, a flow, and the answers to open questions. Output: the verdict, with what led to it. Promise: a question is
/// decided both ways only when it is reached and open, and is named only when the ways differ.
/// </summary>
public static class Evaluator
{
    private static readonly Verdict.Allow NotASubject = new([Source.BuiltIn("policies select pods, and this end is none")]);
    private static readonly Verdict.Allow OwnAddress = new([Source.BuiltIn("a pod reaches itself at its own address")]);

    /// <summary>What one direction decides about a flow.</summary>
    /// <param name="program">The program of the direction.</param>
    /// <param name="flow">The flow.</param>
    /// <param name="answers">The answers to open questions.</param>
    /// <returns>The verdict.</returns>
    public static Verdict Decide(DirectionProgram program, Flow flow, Answers answers)
    {
        var subject = program.Direction == Direction.Ingress ? flow.To : flow.From;
        if (!subject.CanBeSubject) return NotASubject;

        var itself = IsItself(flow);
        if (itself && flow.Via is null) return OwnAddress;

        var translated = Translated(program.Direction, flow, answers);
        var outcome = flow.Via is { } via ? Through(via, program, flow, translated, itself) : Evaluate(program, translated);
        return outcome.ToVerdict();
    }

    /// <summary>What both ends decide about a flow.</summary>
    /// <param name="program">The programs of both directions.</param>
    /// <param name="flow">The flow.</param>
    /// <param name="answers">The answers to open questions.</param>
    /// <returns>The verdicts of both ends, and of the connection.</returns>
    public static ConnectionVerdict Decide(PolicyProgram program, Flow flow, Answers answers) =>
        new(Decide(program.Egress, flow, answers), Decide(program.Ingress, flow, answers));

    /// <summary>Whether a pod reaches itself without any policy being asked.</summary>
    internal static bool IsOwnAddress(Flow flow, Answers answers) => IsItself(flow) && (flow.Via is null || answers[Question.OwnService] != true);

    /// <summary>The flow as one end sees it when every question is answered.</summary>
    internal static Sight Settled(Direction direction, Flow flow, Answers answers) =>
        direction == Direction.Egress && flow.Via is { } via && answers[Question.AddressBeforeTranslation] == true ? AsDialled(flow, via, answers) : Translated(direction, flow, answers);

    internal static Outcome Evaluate(DirectionProgram program, Sight sight) => new ProgramRun(program, sight).Decide() ?? BothWays(program, sight);

    private static Outcome BothWays(DirectionProgram program, Sight sight)
    {
        var question = sight.Pending;
        var answers = sight.Answers;
        return Ask(question, answers, () => With(true), () => With(false));

        Outcome With(bool answer)
        {
            sight.Answers = answers.With(question, answer);
            var outcome = Evaluate(program, sight);
            sight.Answers = answers;
            return outcome;
        }
    }

    private static Outcome Through(ServiceHop via, DirectionProgram program, Flow flow, Sight translated, bool itself)
    {
        var answers = translated.Answers;
        var outcome = program.Direction == Direction.Ingress
            ? Evaluate(program, translated)
            : Ask(Question.AddressBeforeTranslation, answers, () => Evaluate(program, AsDialled(flow, via, answers)), () => Evaluate(program, translated));
        return itself ? Ask(Question.OwnService, answers, () => outcome, () => new Outcome.Leaf(true, OwnAddress.Trace)) : outcome;
    }

    private static Outcome Ask(Question question, Answers answers, Func<Outcome> yes, Func<Outcome> no) => answers[question] switch
    {
        true => yes(),
        false => no(),
        null => Outcome.Of(question, [yes(), no()]),
    };

    private static bool IsItself(Flow flow) => string.Equals(flow.From.Name, flow.To.Name, StringComparison.Ordinal);

    private static Sight Translated(Direction direction, Flow flow, Answers answers) => direction == Direction.Ingress
        ? new(flow.To, flow.ToAddress, flow.From, flow.FromAddress, flow.Traffic, answers)
        : new(flow.From, flow.FromAddress, flow.To, flow.ToAddress, flow.Traffic, answers);

    /// <summary>An engine that looks before translation sees the Service's address and port on the endpoint behind it.</summary>
    private static Sight AsDialled(Flow flow, ServiceHop via, Answers answers)
    {
        var traffic = flow.Traffic is Traffic.Transport transport ? transport with { DestinationPort = via.Port } : flow.Traffic;
        var peer = flow.To with { Kinds = flow.To.Kinds | Kinds.ServiceAddress };
        return new(flow.From, flow.FromAddress, peer, via.Address, traffic, answers);
    }
}
