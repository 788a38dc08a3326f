using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Deciding;

/// <summary>The Service through which a destination was dialled.</summary>
/// <param name="Service">The Service, as <c>namespace/name</c>.</param>
/// <param name="Address">Its address.</param>
/// <param name="Port">Its port.</param>
public sealed record ServiceHop(string Service, IpAddress Address, ushort Port)
{
    /// <summary>The Service and the port that was dialled.</summary>
    /// <returns>For example <c>shop/web:443</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{Service}:{Port}");
}
