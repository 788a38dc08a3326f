// Linked into the analyzers: this file must also compile for netstandard2.0.
namespace PolicyKit;

/// <summary>A network of IPv4 or IPv6 addresses, such as <c>10.0.0.0/8</c> or <c>2001:db8::/32</c>.</summary>
/// <remarks>
/// INVARIANT (canonical network): the bits behind the prefix are zero, and no block lies inside <c>::ffff:0:0/96</c> (IPv4 written as IPv6),
/// so two blocks are equal exactly when they hold the same addresses, and each has one text.
/// INVARIANT (left-aligned): <see cref="High"/> and <see cref="Low"/> hold the address from its first bit on. An IPv4 network sits in the 32
/// highest bits of <see cref="High"/>, the rest is zero. Bit n of a prefix is therefore the same bit in both families.
/// </remarks>
public sealed partial class CidrBlock : IEquatable<CidrBlock>, IComparable<CidrBlock>
{
    internal CidrBlock(IpFamily family, ulong high, ulong low, int prefixLength)
    {
        Family = family;
        PrefixLength = prefixLength;
        High = high & HighMask(prefixLength);
        Low = low & LowMask(prefixLength);
    }

    /// <summary>Whether it is an IPv4 or an IPv6 network.</summary>
    public IpFamily Family { get; }

    /// <summary>How many leading bits all its addresses share: 0 to 32, or 0 to 128.</summary>
    public int PrefixLength { get; }

    /// <summary>Whether the network is one address: <c>/32</c> or <c>/128</c>.</summary>
    public bool IsSingleAddress => PrefixLength == Bits(Family);

    /// <summary>The first 64 bits of the network address.</summary>
    internal ulong High { get; }

    /// <summary>The last 64 bits of the network address.</summary>
    internal ulong Low { get; }

    /// <summary>Whether every address of another network is in this one; networks of different families share none.</summary>
    /// <param name="other">The other network.</param>
    /// <returns>True also for equal networks.</returns>
    public bool Contains(CidrBlock other) =>
        Family == other.Family
        && PrefixLength <= other.PrefixLength
        && (other.High & HighMask(PrefixLength)) == High
        && (other.Low & LowMask(PrefixLength)) == Low;

    /// <summary>Whether one of some networks contains this one.</summary>
    internal bool IsInOneOf(ReadOnlySpan<CidrBlock> networks)
    {
        foreach (var network in networks)
        {
            if (network.Contains(this)) return true;
        }

        return false;
    }

    /// <summary>Whether the two networks share an address; then one contains the other.</summary>
    /// <param name="other">The other network.</param>
    /// <returns>False for networks of different families.</returns>
    public bool Overlaps(CidrBlock other) => Contains(other) || other.Contains(this);

    /// <inheritdoc/>
    public bool Equals(CidrBlock? other) =>
        other is not null && Family == other.Family && PrefixLength == other.PrefixLength && High == other.High && Low == other.Low;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CidrBlock);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((((High.GetHashCode() * 397) ^ Low.GetHashCode()) * 397) + (PrefixLength * 2) + (int)Family);

    /// <summary>Orders networks by family (IPv4 first), then address, then prefix length (wide before narrow).</summary>
    /// <param name="other">The other network; null comes first.</param>
    /// <returns>Less than zero when this one comes first, zero when they are equal.</returns>
    public int CompareTo(CidrBlock? other) =>
        other is null ? 1
        : Family != other.Family ? Family.CompareTo(other.Family)
        : High != other.High ? High.CompareTo(other.High)
        : Low != other.Low ? Low.CompareTo(other.Low)
        : PrefixLength.CompareTo(other.PrefixLength);

    /// <summary>The canonical text (RFC 5952 for IPv6), which <see cref="Parse(string)"/> reads back.</summary>
    /// <returns>For example <c>10.0.0.0/8</c>.</returns>
    public override string ToString() =>
        Family == IpFamily.V4 ? Ipv4Text.Write(High, PrefixLength) : FormattableString.Invariant($"{Ipv6Text.Write(High, Low)}/{PrefixLength}");

    /// <summary>Whether two networks hold the same addresses.</summary>
    /// <param name="left">One network.</param>
    /// <param name="right">Another network.</param>
    /// <returns>True when both are equal, or both null.</returns>
    public static bool operator ==(CidrBlock? left, CidrBlock? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether two networks differ.</summary>
    /// <param name="left">One network.</param>
    /// <param name="right">Another network.</param>
    /// <returns>The opposite of equality.</returns>
    public static bool operator !=(CidrBlock? left, CidrBlock? right) => !(left == right);

    /// <summary>How many bits an address of a family has.</summary>
    internal static int Bits(IpFamily family) => family == IpFamily.V4 ? 32 : 128;

    private static ulong HighMask(int prefixLength) =>
        prefixLength == 0 ? 0 : prefixLength >= 64 ? ulong.MaxValue : ulong.MaxValue << (64 - prefixLength);

    private static ulong LowMask(int prefixLength) => prefixLength <= 64 ? 0 : HighMask(prefixLength - 64);
}
