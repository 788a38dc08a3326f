using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Connecting;

/// <summary>Cuts all addresses into networks that every mentioned set holds whole or not at all.</summary>
internal static class AddressBlocks
{
    public static IEnumerable<Cidr> Between(IEnumerable<IpSet> mentioned, IReadOnlyCollection<IpFamily> families)
    {
        var starts = new List<IpAddress>();
        foreach (var family in families) starts.Add(IpAddress.LowestOf(family));
        foreach (var set in mentioned)
        {
            foreach (var range in set.Ranges)
            {
                if (!families.Contains(range.First.Family)) continue;
                starts.Add(range.First);
                if (!range.Last.IsHighest) starts.Add(range.Last.Next);
            }
        }

        starts.Sort((left, right) => left.CompareTo(right));
        for (var i = 0; i < starts.Count; i++)
        {
            var next = i + 1 < starts.Count ? starts[i + 1] : null;
            if (starts[i] == next) continue;
            var last = next is null || next.Family != starts[i].Family ? starts[i].LastWith(0) : next.Previous;
            foreach (var block in Networks(starts[i], last)) yield return block;
        }
    }

    /// <summary>The fewest networks that are together a set of addresses.</summary>
    public static IEnumerable<Cidr> Of(IpSet addresses) => addresses.Ranges.ToArray().SelectMany(range => Networks(range.First, range.Last));

    /// <summary>The fewest networks that are together the addresses from one to another.</summary>
    public static IEnumerable<Cidr> Networks(IpAddress first, IpAddress last)
    {
        while (true)
        {
            var length = IpAddress.BitsOf(first.Family);
            while (length > 0 && first.FirstWith(length - 1) == first && first.LastWith(length - 1).CompareTo(last) <= 0) length--;
            yield return new(first, length);
            var end = first.LastWith(length);
            if (end == last) yield break;
            first = end.Next;
        }
    }
}
