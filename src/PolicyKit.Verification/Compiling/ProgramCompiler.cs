using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Engines.Calico;
using PolicyKit.Verification.Engines.Kubernetes;
using PolicyKit.Verification.Reading;

namespace PolicyKit.Verification.Compiling;

/// <summary>Input: the policies that were read, the cluster and what it runs. Output: what they decide together.</summary>
internal static class ProgramCompiler
{
    /// <param name="policies">The policies.</param>
    /// <param name="cluster">The cluster.</param>
    /// <param name="profile">What it runs.</param>
    /// <param name="compiled">What was compiled already for this cluster and profile.</param>
    public static PolicyProgram Compile(IReadOnlyList<PolicyModel> policies, SimulatedCluster cluster, ClusterProfile profile, CompiledPolicies? compiled = null)
    {
        var enforcement = Enforcement(policies, cluster, profile, compiled ?? new());
        return new(enforcement.Compile(Direction.Ingress), enforcement.Compile(Direction.Egress));
    }

    private static IEnforcement Enforcement(IReadOnlyList<PolicyModel> policies, SimulatedCluster cluster, ClusterProfile profile, CompiledPolicies compiled) => profile.Engine switch
    {
        Enforcer.Cilium => new Engines.Cilium.CiliumEnforcement(policies, cluster, profile.Cilium, compiled),
        Enforcer.Calico => new CalicoEnforcement(policies, cluster, compiled),
        _ => new KubernetesEnforcement(policies, cluster, compiled),
    };
}
