namespace PolicyKit.Verification.Sets;

/// <summary>All addresses between two addresses of one family, both included.</summary>
/// <param name="First">The lowest address.</param>
/// <param name="Last">The highest address; not below <paramref name="First"/>.</param>
public sealed record IpRange(IpAddress First, IpAddress Last)
{
    /// <summary>The range as a network where it is one, else as two addresses.</summary>
    /// <returns>For example <c>10.0.0.0/8</c> or <c>10.0.0.1-10.0.0.9</c>.</returns>
    public override string ToString()
    {
        var size = Last.Value - First.Value;
        var aligned = (size & (size + 1)) == 0 && (First.Value & size) == 0;
        var bits = IpAddress.BitsOf(First.Family);
        return aligned
            ? FormattableString.Invariant($"{First}/{bits - (int)UInt128.PopCount(size)}")
            : $"{First}-{Last}";
    }
}
