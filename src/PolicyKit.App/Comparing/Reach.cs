using PolicyKit.Verification.Connecting;

namespace PolicyKit.App.Comparing;

/// <summary>What is open between two ends: for certain, and according to the answers to open questions.</summary>
internal sealed record Reach(AllowedPorts Allowed, ValueArray<UndefinedPorts> Undefined)
{
    public static Reach Nothing { get; } = new(AllowedPorts.None, []);

    public static Reach Of(ReachablePair pair) => new(pair.Allowed, pair.Undefined);
}
