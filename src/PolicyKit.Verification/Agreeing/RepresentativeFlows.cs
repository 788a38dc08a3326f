using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Agreeing;

/// <summary>One flow of the world: what is dialled, what an enforcer sees, and which end is asked.</summary>
internal readonly record struct AskedFlow(Direction Direction, Flow Dialled, Flow Seen);

/// <summary>
/// Input: a world. Output: its flows: each subject with each end, in both directions and families, with all the traffic. Promise: more than
/// the most that is wanted are thinned out evenly, always the same ones.
/// </summary>
internal static class RepresentativeFlows
{
    private const long Stride = 1_000_003;

    public static IEnumerable<AskedFlow> Of(RepresentativeWorld world, int most)
    {
        IpFamily[] families = [IpFamily.V4, IpFamily.V6];
        var traffic = families.Select(family => RepresentativeTraffic.Of(world.Atoms, world.Cluster.Pods, family)).ToArray();
        var seen = world.Ends.Select(world.AsLearned).ToArray();
        var total = (long)world.Subjects.Count * world.Ends.Count * 2 * 2 * traffic[0].Count;
        if (total == 0) yield break;
        var given = 0;
        for (long step = 0; step < total && given < most; step++)
        {
            var index = step * Stride % total;
            var kind = (int)Take(ref index, traffic[0].Count);
            var family = (int)Take(ref index, 2);
            var direction = Take(ref index, 2) == 0 ? Direction.Ingress : Direction.Egress;
            var end = (int)Take(ref index, world.Ends.Count);
            if (Asked(direction, world.Subjects[(int)index], world.Ends[end], seen[end], traffic[family][kind], families[family]) is not { } asked) continue;
            given++;
            yield return asked;
        }
    }

    private static AskedFlow? Asked(Direction direction, Endpoint subject, Endpoint end, Endpoint seen, Traffic traffic, IpFamily family)
    {
        if (subject.Address(family) is null || end.Address(family) is null) return null;
        var dialled = Between(end);
        return new(direction, dialled, ReferenceEquals(end, seen) ? dialled : Between(seen));

        Flow Between(Endpoint other) => direction == Direction.Ingress ? new(other, subject, traffic, family) : new(subject, other, traffic, family);
    }

    private static long Take(ref long index, long count)
    {
        var (rest, taken) = Math.DivRem(index, count);
        index = rest;
        return taken;
    }
}
