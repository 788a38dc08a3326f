using PolicyKit.Verification.Reading;

namespace PolicyKit.Verification.Compiling;

/// <summary>What the cluster runs where nobody said so: the one engine whose own kinds stand among the policies.</summary>
internal static class EnforcerChoice
{
    public static ClusterProfile Of(IReadOnlyList<PolicyModel> policies, ClusterProfile profile)
    {
        if (profile.Engine != Enforcer.Unknown) return profile;
        var present = Enforcer.Unknown;
        foreach (var policy in policies)
        {
            if (policy.Enforcer == Enforcer.Unknown || policy.Enforcer == present) continue;
            if (present != Enforcer.Unknown) return profile;
            present = policy.Enforcer;
        }

        return profile with { Engine = present };
    }
}
