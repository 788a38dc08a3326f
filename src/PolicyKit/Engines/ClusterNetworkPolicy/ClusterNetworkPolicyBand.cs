using PolicyKit.Ir;
using PolicyKit.Manifests;

namespace PolicyKit.Engines.ClusterNetworkPolicy;

/// <summary>Where the allow layer and the deny layer go: a tier and a priority for each.</summary>
/// <remarks>
/// INVARIANT (one band): the priorities come from the profile, so every set of a cluster has the same two. Objects of one layer then say
/// the same action at the same place, and which of them applies makes no difference. Two sets with bands of their own would cut each other.
/// </remarks>
internal readonly record struct ClusterNetworkPolicyBand(ManifestText AllowTier, int AllowPriority, ManifestText DenyTier, int DenyPriority)
{
    private const int LastPriority = 1000;
    private static readonly ManifestText Admin = new("Admin");
    private static readonly ManifestText Baseline = new("Baseline");

    /// <summary>The band that the profile asks for; null when it cannot work, which is refused.</summary>
    public static ClusterNetworkPolicyBand? Of(PolicyEntry entry, LoweringContext context)
    {
        var facts = context.Facts.ClusterNetworkPolicy;
        var band = facts.Placement switch
        {
            Placement.Baseline => new ClusterNetworkPolicyBand(Baseline, facts.AllowPriority, Baseline, facts.DenyPriority),
            // Last in the tier: whatever an administrator says there comes first.
            Placement.Union => new(Admin, LastPriority, Baseline, facts.DenyPriority),
            Placement.Admin => new(Admin, facts.AllowPriority, Admin, facts.DenyPriority),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return band.IsSound(entry.Origin, context) ? band : null;
    }

    // The messages name no policy: they are about the profile, and said once however many policies there are.
    private bool IsSound(Origin origin, LoweringContext context)
    {
        var sound = IsPriority("allowPriority", AllowPriority, origin, context) & IsPriority("denyPriority", DenyPriority, origin, context);
        if (!sound || !ReferenceEquals(AllowTier, DenyTier) || AllowPriority < DenyPriority) return sound;
        context.Refuse("PK3012", origin,
            FormattableString.Invariant($"The profile's 'clusterNetworkPolicy.allowPriority' is {AllowPriority} and its 'denyPriority' is {DenyPriority}: the deny layer would come before the allow layer, or level with it, and cut what is allowed."),
            "Make 'allowPriority' the lower number: lower ones come first.");
        return false;
    }

    private static bool IsPriority(string key, int priority, Origin origin, LoweringContext context)
    {
        if (priority is >= 0 and <= LastPriority) return true;
        context.Refuse("PK5002", origin,
            FormattableString.Invariant($"The profile's 'clusterNetworkPolicy.{key}' is {priority}, and the API server takes priorities of 0 to {LastPriority}."),
            "Say one of those; lower ones come first.");
        return false;
    }
}
