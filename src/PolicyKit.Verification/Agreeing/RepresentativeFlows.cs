using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Agreeing;

/// <summary>One flow of the world: what is dialled, what an enforcer sees, and which end is asked.</summary>
internal readonly record struct AskedFlow(Direction Direction, Flow Dialled, Flow Seen);

/// <summary>
/// Input: a world, and programs. Output: the flows that the programs can tell apart: a subject, an end and traffic of each class, in both
/// families. Promise: more than the most that is wanted are thinned out evenly, always the same ones.
/// </summary>
internal sealed class RepresentativeFlows
{
    private const long Stride = 1_000_003;
    private static readonly IpFamily[] Families = [IpFamily.V4, IpFamily.V6];

    private readonly Direction _direction;
    private readonly IReadOnlyList<IReadOnlyList<WorldEnd>> _subjects;
    private readonly IReadOnlyList<IReadOnlyList<WorldEnd>> _ends;
    private readonly IReadOnlyList<Traffic>[] _traffic;

    public RepresentativeFlows(RepresentativeWorld world, Engine engine, Direction direction, IReadOnlyList<DirectionProgram> programs)
    {
        _direction = direction;
        _subjects = EndClasses.Under(programs, Side.Subject).Of(world.Subjects.Select(pod => new WorldEnd(pod, pod)));
        _ends = EndClasses.Under(programs, Side.Peer).Of(world.EndsFor(engine));
        var classes = TrafficClasses.Of(programs, world.Cluster.Pods);
        _traffic = [.. Families.Select(family => classes.Some(world.Traffic(family)))];
    }

    public IEnumerable<AskedFlow> Some(int most)
    {
        var kinds = Math.Max(_traffic[0].Count, _traffic[1].Count);
        var total = (long)_subjects.Count * _ends.Count * Families.Length * kinds;
        if (total == 0) yield break;
        var given = 0;
        for (long step = 0; step < total && given < most; step++)
        {
            var index = step * Stride % total;
            var kind = (int)Take(ref index, kinds);
            var family = (int)Take(ref index, Families.Length);
            var (subject, end) = Pair(_subjects[(int)Take(ref index, _subjects.Count)], _ends[(int)index]);
            if (kind >= _traffic[family].Count || Asked(subject, end, _traffic[family][kind], Families[family]) is not { } asked) continue;
            given++;
            yield return asked;
        }
    }

    /// <summary>One of each class, and not the same pod where there is another: what a pod says to itself nothing decides.</summary>
    private static (Endpoint Subject, WorldEnd End) Pair(IReadOnlyList<WorldEnd> subjects, IReadOnlyList<WorldEnd> ends) =>
        !ReferenceEquals(subjects[0].Dialled, ends[0].Dialled) ? (subjects[0].Dialled, ends[0])
        : ends.Count > 1 ? (subjects[0].Dialled, ends[1])
        : (subjects[^1].Dialled, ends[0]);

    private AskedFlow? Asked(Endpoint subject, WorldEnd end, Traffic traffic, IpFamily family)
    {
        if (subject.Address(family) is null || end.Dialled.Address(family) is null) return null;
        var dialled = Between(end.Dialled);
        return new(_direction, dialled, ReferenceEquals(end.Dialled, end.Seen) ? dialled : Between(end.Seen));

        Flow Between(Endpoint other) => _direction == Direction.Ingress ? new(other, subject, traffic, family) : new(subject, other, traffic, family);
    }

    private static long Take(ref long index, long count)
    {
        var (rest, taken) = Math.DivRem(index, count);
        index = rest;
        return taken;
    }
}
