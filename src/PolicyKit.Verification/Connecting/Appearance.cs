using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Connecting;

/// <summary>An end as policies see it in a flow: with one of its addresses, and either as the subject's own node or not.</summary>
/// <param name="End">The end.</param>
/// <param name="Address">The address it uses.</param>
/// <param name="Own">Whether it is the subject's own node, or runs in its network.</param>
internal sealed record Appearance(Endpoint End, IpAddress Address, bool Own)
{
    /// <summary>An end where nothing asks for its address.</summary>
    public static Appearance Nowhere(Endpoint end) => new(end, IpAddress.LowestOf(IpFamily.V4), Own: false);

    /// <summary>The end as the peer of a subject: of itself where it is to be its own node, else of nobody in particular. Conditions on an end look at nothing else.</summary>
    public Sight Sight { get; } = new(Own ? End : new("", Kinds.None), Address, End, Address, Traffic.Tcp(1), Answers.None);
}
