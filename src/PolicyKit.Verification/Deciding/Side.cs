namespace PolicyKit.Verification.Deciding;

/// <summary>One of the two ends of a flow, as a policy sees them.</summary>
public enum Side
{
    /// <summary>The endpoint whose policy is asked.</summary>
    Subject,

    /// <summary>The other end.</summary>
    Peer,
}
