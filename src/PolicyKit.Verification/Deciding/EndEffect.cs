namespace PolicyKit.Verification.Deciding;

/// <summary>What happens to an endpoint that is held at the end of a tier or of the program.</summary>
/// <remarks>The hierarchy is closed.</remarks>
public abstract record EndEffect
{
    private protected EndEffect()
    {
    }

    /// <summary>The direction denies the flow.</summary>
    public static EndEffect Deny { get; } = new Final(false);

    /// <summary>The direction allows the flow.</summary>
    public static EndEffect Allow { get; } = new Final(true);

    /// <summary>The next tier is asked.</summary>
    public static EndEffect NextTier { get; } = new Onward();

    /// <summary>The end of the matter.</summary>
    /// <param name="Allows">Whether the flow is allowed.</param>
    public sealed record Final(bool Allows) : EndEffect;

    /// <summary>On to the next tier.</summary>
    public sealed record Onward : EndEffect;

    /// <summary>Depends on an open question.</summary>
    /// <param name="Question">The question.</param>
    /// <param name="IfYes">What happens if it is answered with yes.</param>
    /// <param name="IfNo">What happens if it is answered with no.</param>
    public sealed record Ask(Question Question, EndEffect IfYes, EndEffect IfNo) : EndEffect;
}
