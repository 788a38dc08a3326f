using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Connecting;

/// <summary>Cuts all addresses into networks that every mentioned set holds whole or not at all.</summary>
internal static class AddressBlocks
{
    public static IEnumerable<Cidr> Between(IEnumerable<IpSet> mentioned, IReadOnlyCollection<IpFamily> families)
    {
        var cuts = families.ToDictionary(family => family, _ => new SortedSet<UInt128> { 0 });
        foreach (var set in mentioned)
        {
            foreach (var range in set.Ranges)
            {
                if (!cuts.TryGetValue(range.First.Family, out var found)) continue;
                found.Add(range.First.Value);
                if (range.Last.Value != IpAddress.MaxOf(range.Last.Family)) found.Add(range.Last.Value + 1);
            }
        }

        foreach (var family in families.Order())
        {
            var starts = cuts[family].ToList();
            for (var i = 0; i < starts.Count; i++)
            {
                foreach (var block in Networks(family, starts[i], i + 1 < starts.Count ? starts[i + 1] - 1 : IpAddress.MaxOf(family))) yield return block;
            }
        }
    }

    /// <summary>The fewest networks that are together a range of addresses.</summary>
    private static IEnumerable<Cidr> Networks(IpFamily family, UInt128 first, UInt128 last)
    {
        var bits = IpAddress.BitsOf(family);
        while (true)
        {
            var hostBits = Math.Min(bits, (int)UInt128.TrailingZeroCount(first));
            while (Size(hostBits) > last - first) hostBits--;
            yield return new(IpAddress.Create(family, first), bits - hostBits);
            if (last - first == Size(hostBits)) yield break;
            first += Size(hostBits) + 1;
        }
    }

    /// <summary>How far it is from the first to the last address of a network with so many host bits.</summary>
    private static UInt128 Size(int hostBits) => hostBits == 128 ? UInt128.MaxValue : (UInt128.One << hostBits) - 1;
}
