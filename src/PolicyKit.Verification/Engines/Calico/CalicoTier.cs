using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Engines.Calico;

/// <summary>A tier: its place among the tiers, and what its end does to endpoints that one of its policies selects.</summary>
internal sealed record CalicoTier(string Name, double Order, EndEffect DefaultAction)
{
    public const string DefaultName = "default";
    public const string AdminName = "kube-admin";
    public const string BaselineName = "kube-baseline";

    /// <summary>The tiers that every cluster has.</summary>
    public static readonly CalicoTier[] BuiltIn =
    [
        new(AdminName, 1000, EndEffect.NextTier),
        new(DefaultName, 1_000_000, EndEffect.Deny),
        new(BaselineName, 10_000_000, EndEffect.NextTier),
    ];

    /// <summary>Whether nobody defined it.</summary>
    public bool IsUnknown { get; private init; }

    /// <summary>A tier that nobody defined: its policies are applied after all other tiers.</summary>
    public static CalicoTier Unknown(string name) => new(name, double.PositiveInfinity, EndEffect.Deny) { IsUnknown = true };
}
