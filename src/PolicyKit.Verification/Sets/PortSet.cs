namespace PolicyKit.Verification.Sets;

/// <summary>A set of port numbers.</summary>
/// <remarks>INVARIANT (canonical): the ranges are sorted, disjoint and never adjacent, so that equal sets are equal values.</remarks>
public sealed class PortSet : IEquatable<PortSet>
{
    private readonly PortRange[] _ranges;

    private PortSet(PortRange[] ranges) => _ranges = ranges;

    /// <summary>The set without ports.</summary>
    public static PortSet Empty { get; } = new([]);

    /// <summary>Every port.</summary>
    public static PortSet All { get; } = Between(0, ushort.MaxValue);

    /// <summary>Whether there is no port in it.</summary>
    public bool IsEmpty => _ranges.Length == 0;

    /// <summary>The ranges, sorted.</summary>
    public ReadOnlySpan<PortRange> Ranges => _ranges;

    /// <summary>The set of one port.</summary>
    /// <param name="port">The port.</param>
    /// <returns>The set.</returns>
    public static PortSet Of(ushort port) => Between(port, port);

    /// <summary>All ports between two ports.</summary>
    /// <param name="first">The lowest port.</param>
    /// <param name="last">The highest port.</param>
    /// <returns>The set.</returns>
    /// <exception cref="ArgumentException">The ends are swapped.</exception>
    public static PortSet Between(ushort first, ushort last) =>
        first <= last ? new([new(first, last)]) : throw new ArgumentException(FormattableString.Invariant($"'{first}-{last}' is not a range of ports."), nameof(last));

    /// <summary>Whether a port is in the set.</summary>
    /// <param name="port">The port.</param>
    /// <returns>True if it is.</returns>
    public bool Contains(ushort port)
    {
        foreach (var range in _ranges)
        {
            if (port < range.First) return false;
            if (port <= range.Last) return true;
        }

        return false;
    }

    /// <summary>The ports of either set.</summary>
    /// <param name="left">A set.</param>
    /// <param name="right">Another set.</param>
    /// <returns>The union.</returns>
    public static PortSet operator |(PortSet left, PortSet right)
    {
        var result = new List<PortRange>();
        foreach (var range in left._ranges.Concat(right._ranges).OrderBy(r => r.First))
        {
            if (result.Count > 0 && result[^1] is var last && range.First <= last.Last + 1)
            {
                if (range.Last > last.Last) result[^1] = last with { Last = range.Last };
            }
            else
            {
                result.Add(range);
            }
        }

        return new([.. result]);
    }

    /// <summary>The ports that are not in a set.</summary>
    /// <param name="set">The set.</param>
    /// <returns>The complement.</returns>
    public static PortSet operator ~(PortSet set)
    {
        var result = new List<PortRange>();
        var next = 0;
        foreach (var range in set._ranges)
        {
            if (range.First > next) result.Add(new((ushort)next, (ushort)(range.First - 1)));
            next = range.Last + 1;
        }

        if (next <= ushort.MaxValue) result.Add(new((ushort)next, ushort.MaxValue));
        return new([.. result]);
    }

    /// <inheritdoc/>
    public bool Equals(PortSet? other) => other is not null && _ranges.AsSpan().SequenceEqual(other._ranges);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PortSet);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var range in _ranges) hash.Add(range);
        return hash.ToHashCode();
    }

    /// <summary>The ranges, for messages.</summary>
    /// <returns>For example <c>80, 8000-8999</c>; <c>nothing</c> for the empty set.</returns>
    public override string ToString() => IsEmpty ? "nothing" : string.Join(", ", _ranges);
}
