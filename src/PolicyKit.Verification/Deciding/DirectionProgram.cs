namespace PolicyKit.Verification.Deciding;

/// <summary>What one direction of every pod decides, as data: tiers of ranks of blocks of rules, and who is held where nothing matched.</summary>
/// <remarks>INVARIANT (total): the last ending holds every endpoint, so that every flow is decided.</remarks>
/// <param name="Direction">The direction.</param>
/// <param name="Tiers">The tiers, in the order in which they are asked.</param>
/// <param name="Endings">What happens when every tier let the flow go on; the first whose subject holds acts.</param>
public sealed record DirectionProgram(Direction Direction, ValueArray<Tier> Tiers, ValueArray<Ending> Endings);

/// <summary>One tier of a program.</summary>
/// <param name="Name">The name, for people.</param>
/// <param name="Ranks">The ranks, in the order in which they are asked.</param>
/// <param name="Endings">What happens when no rule of the tier matched; the first whose subject holds acts, and without one the next tier is asked.</param>
public sealed record Tier(string Name, ValueArray<Rank> Ranks, ValueArray<Ending> Endings);

/// <summary>One place in the order of a tier; its blocks are alternatives of equal standing.</summary>
/// <param name="Blocks">The blocks, by name where equal standing is settled by name.</param>
public sealed record Rank(ValueArray<Block> Blocks);

/// <summary>Rules that belong together: the first that matches acts.</summary>
/// <param name="Subject">The endpoints the block selects.</param>
/// <param name="Rules">The rules, in order.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record Block(EndpointPredicate Subject, ValueArray<Rule> Rules, Source Source);

/// <summary>One rule of a block.</summary>
/// <param name="Peer">What the peer must be.</param>
/// <param name="Traffic">What must flow.</param>
/// <param name="Effect">What the rule does.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record Rule(EndpointPredicate Peer, TrafficPredicate Traffic, Effect Effect, Source Source)
{
    /// <summary>What the rule itself demands of the selected endpoint, beyond its block's subject.</summary>
    public EndpointPredicate Own { get; init; } = EndpointPredicate.Always;
}

/// <summary>Nothing matched, and these endpoints are held here.</summary>
/// <param name="Subject">The endpoints.</param>
/// <param name="Effect">What happens to them.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record Ending(EndpointPredicate Subject, EndEffect Effect, Source Source);
