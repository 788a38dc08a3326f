namespace PolicyKit;

/// <summary>How a policy came to be. Like <see cref="Origin"/> it is no part of what the policy is: any two are equal.</summary>
internal readonly struct Provenance : IEquatable<Provenance>
{
    /// <summary>Where a <c>When</c> or <c>ForEach</c> stands that alone governs ingress; null when none does.</summary>
    public Origin? IngressGovernedOnlyAt { get; init; }

    /// <summary>Where a <c>When</c> or <c>ForEach</c> stands that alone governs egress; null when none does.</summary>
    public Origin? EgressGovernedOnlyAt { get; init; }

    /// <summary>Whether <c>PolicySet.WithDefaultDeny</c> made the policy.</summary>
    public bool IsSetDefaultDeny { get; init; }

    /// <summary>Whether the policy is an end of a <c>Connection</c>, and so may only add to what is governed anyhow.</summary>
    public bool IsConnectionEnd { get; init; }

    public bool Equals(Provenance other) => true;

    public override bool Equals(object? obj) => obj is Provenance;

    public override int GetHashCode() => 0;
}
