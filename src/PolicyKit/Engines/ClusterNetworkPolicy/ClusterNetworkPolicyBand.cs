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
    private static readonly EngineVersion FirstCilium = new(1, 20);
    private static readonly ManifestText Admin = new("Admin");
    private static readonly ManifestText Baseline = new("Baseline");

    /// <summary>The band that the profile asks for; null when it cannot work, which is refused.</summary>
    public static ClusterNetworkPolicyBand? Of(PolicyEntry entry, LoweringContext context)
    {
        if (!IsEnforced(entry.Origin, context)) return null;
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

    // Older versions take the objects and enforce nothing of them.
    private static bool IsEnforced(Origin origin, LoweringContext context)
    {
        var version = context.Facts.Cilium.Version;
        if (context.Facts.Engine is not Enforcer.Cilium || version >= FirstCilium) return true;
        context.Refuse("PK3008", origin,
            $"The profile's enforcer is cilium {version}, which does not know ClusterNetworkPolicy: the objects would restrict nothing.",
            $"Emit for cilium itself, or say 'cilium.version: \"{FirstCilium}\"' or later if the cluster runs it, with ClusterNetworkPolicy switched on.");
        return false;
    }

    // The facts themselves hold priorities of 0 to 1000. The message names no policy: it is about the profile, and said once however many policies there are.
    private bool IsSound(Origin origin, LoweringContext context)
    {
        if (!ReferenceEquals(AllowTier, DenyTier) || AllowPriority < DenyPriority) return true;
        context.Refuse("PK3012", origin,
            FormattableString.Invariant($"The profile's 'clusterNetworkPolicy.allowPriority' is {AllowPriority} and its 'denyPriority' is {DenyPriority}: the deny layer would come before the allow layer, or level with it, and cut what is allowed."),
            "Make 'allowPriority' the lower number: lower ones come first.");
        return false;
    }
}
