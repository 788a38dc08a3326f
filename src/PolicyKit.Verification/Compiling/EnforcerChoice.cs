using PolicyKit.Verification.Reading;

namespace PolicyKit.Verification.Compiling;

/// <summary>What the cluster runs where nobody said so: the one engine whose own kinds stand among the policies.</summary>
internal static class EnforcerChoice
{
    public static ClusterProfile Of(IReadOnlyList<PolicyModel> policies, ClusterProfile profile)
    {
        if (profile.Engine != Enforcer.Unknown) return profile;
        var present = policies.Select(policy => policy.Enforcer).Where(enforcer => enforcer != Enforcer.Unknown).Distinct().ToList();
        return present.Count == 1 ? profile with { Engine = present[0] } : profile;
    }
}
