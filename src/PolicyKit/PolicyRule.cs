namespace PolicyKit;

/// <summary>One allow rule as it was written: any of the ports, with any of the peers.</summary>
/// <param name="Ports">The ports, in the order of writing. Empty only by mistake: that is reported as PK0010.</param>
/// <param name="Peers">The peers, in the order of writing. Empty only by mistake: that is reported as PK0010.</param>
/// <param name="Because">The reason given, or null.</param>
/// <param name="Origin">The C# line; no part of equality.</param>
public sealed record PolicyRule(ValueArray<Port> Ports, ValueArray<RulePeer> Peers, string? Because, Origin Origin);
