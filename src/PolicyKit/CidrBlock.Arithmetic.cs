// Linked into the analyzers: this file must also compile for netstandard2.0.
namespace PolicyKit;

/// <content>The arithmetic behind union and difference, which rules on source ask too.</content>
public sealed partial class CidrBlock
{
    /// <summary>What remains of this network without others.</summary>
    internal List<CidrBlock> Without(IEnumerable<CidrBlock> others)
    {
        var kept = new List<CidrBlock>();
        CidrBlock[] holes = [.. Union(others).Where(Overlaps)];
        Keep(this, holes, kept);
        return kept;
    }

    private static List<CidrBlock> Union(IEnumerable<CidrBlock> blocks)
    {
        var merged = new List<CidrBlock>();
        foreach (var block in blocks.OrderBy(one => one))
        {
            if (merged.Count > 0 && merged[merged.Count - 1].Contains(block)) continue;

            var grown = block;
            while (merged.Count > 0 && grown.PrefixLength == merged[merged.Count - 1].PrefixLength && Parent(merged[merged.Count - 1]).Contains(grown))
            {
                grown = Parent(grown);
                merged.RemoveAt(merged.Count - 1);
            }

            merged.Add(grown);
        }

        return merged;
    }

    private static readonly CidrBlock Mapped = new(IpFamily.V6, 0, 0xffff_0000_0000, 96);

    // INVARIANT (merged holes): the holes are sorted, disjoint, and each overlaps the block; so the first one that contains it is the only one.
    // A block is halved only when a hole lies strictly inside it, so two kept halves never make a whole: the result is the smallest.
    private static void Keep(CidrBlock block, ReadOnlySpan<CidrBlock> holes, List<CidrBlock> kept)
    {
        if (holes.IsEmpty)
        {
            if (!Mapped.Contains(block)) kept.Add(block);
            return;
        }

        if (holes[0].Contains(block)) return;

        var (lower, upper) = Halves(block);
        var inLower = 0;
        while (inLower < holes.Length && lower.Contains(holes[inLower])) inLower++;
        Keep(lower, holes.Slice(0, inLower), kept);
        Keep(upper, holes.Slice(inLower), kept);
    }

    private static CidrBlock Parent(CidrBlock block) => new(block.Family, block.High, block.Low, block.PrefixLength - 1);

    /// <summary>The two halves of a network that is more than one address.</summary>
    internal static (CidrBlock Lower, CidrBlock Upper) Halves(CidrBlock block)
    {
        var length = block.PrefixLength + 1;
        var bit = 1UL << ((128 - length) % 64);
        var upper = length <= 64
            ? new CidrBlock(block.Family, block.High | bit, block.Low, length)
            : new CidrBlock(block.Family, block.High, block.Low | bit, length);
        return (new(block.Family, block.High, block.Low, length), upper);
    }
}
