using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Connecting;

/// <summary>One direction of a program with every condition on an end replaced by its column: what it comes to for each class of ends.</summary>
internal sealed record ColumnProgram(ColumnTier[] Tiers, ColumnEnding[] Endings)
{
    public IEnumerable<ColumnBlock> Blocks => Tiers.SelectMany(tier => tier.Ranks).SelectMany(rank => rank);

    public static ColumnProgram Of(DirectionProgram program, Columns columns)
    {
        return new([.. program.Tiers.Select(tier => new ColumnTier([.. tier.Ranks.Select(rank => rank.Blocks.Select(Block).ToArray())], Endings(tier.Endings)))], Endings(program.Endings));

        ColumnBlock Block(Block block) => new(columns.Of(block.Subject), [.. block.Rules.Select(rule => new ColumnRule(columns.Of(rule.Own), columns.Of(rule.Peer), rule.Traffic, rule.Effect))]);

        ColumnEnding[] Endings(ValueArray<Ending> endings) => [.. endings.Select(ending => new ColumnEnding(columns.Of(ending.Subject), ending.Effect))];
    }

    /// <summary>What of it concerns a class of subjects.</summary>
    public ColumnProgram For(int subject) =>
        new([.. Tiers.Select(tier => new ColumnTier([.. tier.Ranks.Select(rank => Array.FindAll(rank, block => block.Subject[subject] != Decisions.Never))], Held(tier.Endings, subject)))], Held(Endings, subject));

    private static ColumnEnding[] Held(ColumnEnding[] endings, int subject) => Array.FindAll(endings, ending => ending.Subject[subject] != Decisions.Never);
}

/// <summary>A tier: ranks of blocks, and who is held at its end.</summary>
internal sealed record ColumnTier(ColumnBlock[][] Ranks, ColumnEnding[] Endings);

/// <summary>A block: whom it selects, and its rules in order.</summary>
internal sealed record ColumnBlock(int[] Subject, ColumnRule[] Rules);

/// <summary>A rule: what it demands of the subject and of the peer, and what must flow.</summary>
internal sealed record ColumnRule(int[] Own, int[] Peer, TrafficPredicate Traffic, Effect Effect);

/// <summary>An ending: whom it holds, and what it does.</summary>
internal sealed record ColumnEnding(int[] Subject, EndEffect Effect);
