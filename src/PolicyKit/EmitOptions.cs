namespace PolicyKit;

/// <summary>How <see cref="PolicySet.Emit"/> treats gaps.</summary>
public sealed record EmitOptions
{
    /// <summary>Whether a gap that is not accepted is an error.</summary>
    public bool GapsAreErrors { get; init; }

    /// <summary>The gaps that are known and accepted; they are still listed.</summary>
    public ValueArray<GapId> Accepted { get; init; } = ValueArray<GapId>.Empty;
}
