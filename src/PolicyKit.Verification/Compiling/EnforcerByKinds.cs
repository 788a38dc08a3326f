using PolicyKit.Verification.Engines.Cilium;
using PolicyKit.Verification.Reading;

namespace PolicyKit.Verification.Compiling;

/// <summary>Which enforcer a cluster runs where the profile does not say: the one whose own kinds are among the policies.</summary>
internal static class EnforcerByKinds
{
    public static ClusterProfile Settle(ClusterProfile profile, IReadOnlyList<PolicyModel> policies) =>
        profile.Engine == Enforcer.Unknown && policies.Any(policy => policy is CiliumModel)
            ? profile with { Engine = Enforcer.Cilium }
            : profile;
}
