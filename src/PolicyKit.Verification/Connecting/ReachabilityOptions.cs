namespace PolicyKit.Verification.Connecting;

/// <summary>How connections are listed.</summary>
public sealed record ReachabilityOptions
{
    /// <summary>
    /// Whether the pods of one owner (a Deployment's, say) are one end under the owner's name. Pods of one owner that policies tell apart stay apart.
    /// </summary>
    public bool FoldOwners { get; init; }

    /// <summary>The source port of every connection, for policies that look at it: by default an ordinary port of a client.</summary>
    public ushort SourcePort { get; init; } = 40000;
}
