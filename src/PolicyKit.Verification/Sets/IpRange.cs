using PolicyKit.Verification.Connecting;

namespace PolicyKit.Verification.Sets;

/// <summary>All addresses between two addresses of one family, both included.</summary>
/// <param name="First">The lowest address.</param>
/// <param name="Last">The highest address; not below <paramref name="First"/>.</param>
public sealed record IpRange(IpAddress First, IpAddress Last)
{
    /// <summary>The range as a network where it is one, else as two addresses.</summary>
    /// <returns>For example <c>10.0.0.0/8</c> or <c>10.0.0.1-10.0.0.9</c>.</returns>
    public override string ToString() =>
        AddressBlocks.Networks(First, Last).First() is var network && network.Last == Last ? network.ToString() : $"{First}-{Last}";
}
