using PolicyKit.Verification.Compiling;
using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Agreeing;

/// <summary>Which enforcer a dialect is checked with: the profile's own where it enforces that dialect, else one that does.</summary>
internal static class EngineFit
{
    private static readonly EngineVersion ClusterPoliciesOnCilium = new(1, 20);

    public static ClusterProfile For(Engine engine, ClusterProfile profile) => profile with { Engine = Enforcing(engine, profile) };

    /// <summary>What the enforcer answers. A ClusterNetworkPolicy names every protocol and every address, SCTP among them, so that what NetworkPolicies leave open about them is not open there.</summary>
    public static Answers Answers(Engine engine, ClusterProfile profile) => ReferenceEquals(engine, Engine.ClusterNetworkPolicy)
        ? EnforcerAnswers.Of(profile).With(Question.IcmpWhenRestricted, true).With(Question.OwnNodeEgress, false).With(Question.SctpSupported, true)
        : EnforcerAnswers.Of(profile);

    private static Enforcer Enforcing(Engine engine, ClusterProfile profile)
    {
        if (ReferenceEquals(engine, Engine.Kubernetes)) return profile.Engine;
        if (ReferenceEquals(engine, Engine.Cilium)) return Enforcer.Cilium;
        if (ReferenceEquals(engine, Engine.Calico)) return Enforcer.Calico;
        return profile.Engine is Enforcer.Calico or Enforcer.KubeNetworkPolicies || (profile.Engine is Enforcer.Cilium && profile.Cilium.Version >= ClusterPoliciesOnCilium)
            ? profile.Engine
            : Enforcer.KubeNetworkPolicies;
    }
}
