namespace PolicyKit.Verification.Deciding;

/// <summary>What a set of policies decides for both directions.</summary>
/// <param name="Ingress">What destinations decide.</param>
/// <param name="Egress">What sources decide.</param>
public sealed record PolicyProgram(DirectionProgram Ingress, DirectionProgram Egress)
{
    /// <summary>The program of a direction.</summary>
    /// <param name="direction">The direction.</param>
    public DirectionProgram this[Direction direction] => direction == Direction.Ingress ? Ingress : Egress;
}
