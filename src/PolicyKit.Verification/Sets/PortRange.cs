namespace PolicyKit.Verification.Sets;

/// <summary>All ports between two ports, both included.</summary>
/// <param name="First">The lowest port.</param>
/// <param name="Last">The highest port; not below <paramref name="First"/>.</param>
public readonly record struct PortRange(ushort First, ushort Last)
{
    /// <summary>The range as people write it.</summary>
    /// <returns>For example <c>80</c> or <c>8000-8999</c>.</returns>
    public override string ToString() => First == Last ? FormattableString.Invariant($"{First}") : FormattableString.Invariant($"{First}-{Last}");
}
