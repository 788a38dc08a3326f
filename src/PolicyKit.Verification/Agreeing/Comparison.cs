using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Agreeing;

/// <summary>
/// Input: what is written, what the intermediate form says, what was read back, and the declared gaps. Output: the first answers under
/// which they differ for a flow. Promise: every open question is decided both ways until nothing is open, so Undefined never passes.
/// </summary>
internal sealed class Comparison(Engine engine, Surroundings surroundings, PolicyProgram written, PolicyProgram? ir, PolicyProgram read, IReadOnlyList<GapCover> covers, Answers known)
{
    /// <summary>The difference that no gap covers, or null.</summary>
    public Disagreement? Of(AskedFlow flow) => Of(flow.Direction, flow.Dialled, flow.Seen, known);

    /// <summary>All that decides about a direction: what cannot be told apart by any of these need not be asked twice.</summary>
    public IEnumerable<DirectionProgram> Programs(Direction direction) =>
        [written[direction], .. ir is null ? [] : (DirectionProgram[])[ir[direction]], read[direction], .. covers.Select(cover => cover.Program).Where(program => program.Direction == direction)];

    private Disagreement? Of(Direction direction, Flow dialled, Flow seen, Answers answers)
    {
        var expected = Evaluator.Decide(written[direction], dialled, answers);
        var between = ir is null ? expected : Evaluator.Decide(ir[direction], dialled, answers);
        var actual = Evaluator.Decide(read[direction], seen, answers);
        if (Open(expected, between, actual) is { } question) return Split(question);
        if (expected.Equals(between) && between.Equals(actual)) return null;

        var difference = new Disagreement(engine, direction, dialled, answers, surroundings.Title, expected, between, actual);
        if (!expected.Equals(between)) return difference;
        var excused = false;
        foreach (var cover in covers)
        {
            if (!cover.Concerns(direction, actual is Verdict.Allow ? GapEffect.Opens : GapEffect.Cuts)) continue;
            var covered = cover.Covers(seen, answers);
            if (Open(covered) is { } open) return Split(open);
            if (covered is not Verdict.Allow || !cover.Holds(surroundings, answers)) continue;
            cover.IsInhabited = true;
            excused = true;
        }

        return excused ? null : difference;

        Disagreement? Split(Question asked) => Of(direction, dialled, seen, answers.With(asked, true)) ?? Of(direction, dialled, seen, answers.With(asked, false));
    }

    private static Question? Open(params ReadOnlySpan<Verdict> verdicts)
    {
        foreach (var verdict in verdicts)
        {
            if (verdict is Verdict.Undefined undefined) return undefined.DependsOn[0];
        }

        return null;
    }
}
