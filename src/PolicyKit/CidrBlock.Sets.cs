namespace PolicyKit;

/// <content>Sets of networks: union and difference, each as the fewest blocks, sorted.</content>
public sealed partial class CidrBlock
{
    /// <summary>What remains of this network without others, as the fewest networks that cover it, sorted.</summary>
    /// <remarks>Addresses inside <c>::ffff:0:0/96</c> name no endpoint and have no text here; a remainder that lies wholly among them is left out.</remarks>
    /// <param name="others">The networks to take away; they may overlap, lie outside, or be of the other family.</param>
    /// <returns>The remaining networks; empty when nothing remains.</returns>
    public ValueArray<CidrBlock> Subtract(IEnumerable<CidrBlock> others)
    {
        var kept = new List<CidrBlock>();
        CidrBlock[] holes = [.. Merge(others).Where(Overlaps)];
        Keep(this, holes, kept);
        return [.. kept];
    }

    /// <summary>The union of networks, as the fewest networks that cover it, sorted.</summary>
    /// <param name="blocks">The networks; they may overlap and be of both families.</param>
    /// <returns>The union; equal unions give equal lists.</returns>
    public static ValueArray<CidrBlock> Merge(IEnumerable<CidrBlock> blocks)
    {
        if (blocks is ValueArray<CidrBlock> { Count: < 2 } few) return few;
        var merged = new List<CidrBlock>();
        foreach (var block in blocks.Order())
        {
            if (merged.Count > 0 && merged[^1].Contains(block)) continue;

            var grown = block;
            while (merged.Count > 0 && grown.PrefixLength == merged[^1].PrefixLength && Parent(merged[^1]).Contains(grown))
            {
                grown = Parent(grown);
                merged.RemoveAt(merged.Count - 1);
            }

            merged.Add(grown);
        }

        return [.. merged];
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
        Keep(lower, holes[..inLower], kept);
        Keep(upper, holes[inLower..], kept);
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
