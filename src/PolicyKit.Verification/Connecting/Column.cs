namespace PolicyKit.Verification.Connecting;

/// <summary>What one condition comes to for each of some ends.</summary>
/// <param name="Values">A decision for each end.</param>
internal sealed record Column(int[] Values)
{
    /// <summary>The ends for which it may hold; most conditions hold for few.</summary>
    public int[] Holds { get; } = [.. Enumerable.Range(0, Values.Length).Where(end => Values[end] != Decisions.Never)];

    public int this[int end] => Values[end];

    public bool Equals(Column? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
