namespace PolicyKit.Verification.Sets;

/// <summary>A set of IP addresses of both families.</summary>
/// <remarks>INVARIANT (canonical): the ranges are sorted, disjoint and never adjacent, so that equal sets are equal values.</remarks>
public sealed class IpSet : IEquatable<IpSet>
{
    private readonly IpRange[] _ranges;

    private IpSet(IpRange[] ranges) => _ranges = ranges;

    /// <summary>The set without addresses.</summary>
    public static IpSet Empty { get; } = new([]);

    /// <summary>Every address of both families.</summary>
    public static IpSet All { get; } = OfFamily(IpFamily.V4) | OfFamily(IpFamily.V6);

    /// <summary>Whether there is no address in it.</summary>
    public bool IsEmpty => _ranges.Length == 0;

    /// <summary>The ranges, sorted.</summary>
    public ReadOnlySpan<IpRange> Ranges => _ranges;

    /// <summary>The fewest networks that are together the set, such as <c>10.0.0.0/8</c>, by address.</summary>
    public ValueArray<string> Networks => Connecting.AddressBlocks.Of(this).Select(network => network.ToString()).ToValueArray();

    /// <summary>Every address of one family.</summary>
    /// <param name="family">The family.</param>
    /// <returns>The set.</returns>
    public static IpSet OfFamily(IpFamily family) => new Cidr(IpAddress.LowestOf(family), 0).Set;

    /// <summary>The set of one address.</summary>
    /// <param name="address">The address.</param>
    /// <returns>The set.</returns>
    public static IpSet Of(IpAddress address) => new([new(address, address)]);

    /// <summary>The set of some addresses.</summary>
    /// <param name="addresses">The addresses.</param>
    /// <returns>The set.</returns>
    public static IpSet Of(IEnumerable<IpAddress> addresses) => Canonical(addresses.Select(address => new IpRange(address, address)));

    /// <summary>All addresses between two addresses of one family.</summary>
    /// <param name="first">The lowest address.</param>
    /// <param name="last">The highest address.</param>
    /// <returns>The set.</returns>
    /// <exception cref="ArgumentException">The families differ, or the ends are swapped.</exception>
    public static IpSet Between(IpAddress first, IpAddress last) =>
        first.Family == last.Family && first.CompareTo(last) <= 0
            ? new([new(first, last)])
            : throw new ArgumentException($"'{first}-{last}' is not a range of addresses.", nameof(last));

    /// <summary>Reads a network in strict notation: an address, a slash and the prefix length; host bits are masked.</summary>
    /// <param name="text">For example <c>10.0.0.0/8</c>.</param>
    /// <returns>The set.</returns>
    /// <exception cref="FormatException">The text is no network.</exception>
    public static IpSet Parse(string text) =>
        Cidr.TryParse(text, CidrReading.Strict, out var cidr) ? cidr.Set : throw new FormatException($"'{text}' is not a network such as 10.0.0.0/8.");

    /// <summary>Whether an address is in the set.</summary>
    /// <param name="address">The address.</param>
    /// <returns>True if it is.</returns>
    public bool Contains(IpAddress address)
    {
        int low = 0, high = _ranges.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            if (address.CompareTo(_ranges[middle].First) < 0) high = middle - 1;
            else if (address.CompareTo(_ranges[middle].Last) > 0) low = middle + 1;
            else return true;
        }

        return false;
    }

    /// <summary>The addresses of either set.</summary>
    /// <param name="left">A set.</param>
    /// <param name="right">Another set.</param>
    /// <returns>The union.</returns>
    public static IpSet operator |(IpSet left, IpSet right) => Canonical(left._ranges.Concat(right._ranges));

    /// <summary>The addresses of both sets.</summary>
    /// <param name="left">A set.</param>
    /// <param name="right">Another set.</param>
    /// <returns>The intersection.</returns>
    public static IpSet operator &(IpSet left, IpSet right) => left - (All - right);

    /// <summary>The addresses of the first set that are not in the second.</summary>
    /// <param name="left">A set.</param>
    /// <param name="right">What to take out.</param>
    /// <returns>The difference.</returns>
    public static IpSet operator -(IpSet left, IpSet right)
    {
        var result = new List<IpRange>();
        foreach (var range in left._ranges)
        {
            var from = range.First;
            var open = true;
            foreach (var hole in right._ranges)
            {
                if (hole.Last.CompareTo(from) < 0) continue;
                if (hole.First.CompareTo(range.Last) > 0) break;
                if (hole.First.CompareTo(from) > 0) result.Add(new(from, hole.First.Previous));
                open = hole.Last.CompareTo(range.Last) < 0;
                if (!open) break;
                from = hole.Last.Next;
            }

            if (open) result.Add(new(from, range.Last));
        }

        return new([.. result]);
    }

    /// <inheritdoc/>
    public bool Equals(IpSet? other) => other is not null && _ranges.AsSpan().SequenceEqual(other._ranges);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as IpSet);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var range in _ranges) hash.Add(range);
        return hash.ToHashCode();
    }

    /// <summary>The ranges, for messages.</summary>
    /// <returns>For example <c>10.0.0.0/8, fd00::1/128</c>; <c>nothing</c> for the empty set.</returns>
    public override string ToString() => IsEmpty ? "nothing" : string.Join<IpRange>(", ", _ranges);

    private static IpSet Canonical(IEnumerable<IpRange> ranges)
    {
        var result = new List<IpRange>();
        foreach (var range in ranges.OrderBy(r => r.First))
        {
            if (result.Count > 0 && result[^1] is var last && last.First.Family == range.First.Family
                && (range.First.CompareTo(last.Last) <= 0 || range.First.Previous == last.Last))
            {
                if (range.Last.CompareTo(last.Last) > 0) result[^1] = last with { Last = range.Last };
            }
            else
            {
                result.Add(range);
            }
        }

        return new([.. result]);
    }
}
