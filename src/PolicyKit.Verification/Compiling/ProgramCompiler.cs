using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Engines.Calico;
using PolicyKit.Verification.Engines.Kubernetes;
using PolicyKit.Verification.Reading;

namespace PolicyKit.Verification.Compiling;

/// <summary>Input: the policies that were read, the cluster and what it runs. Output: what they decide together.</summary>
internal static class ProgramCompiler
{
    public static PolicyProgram Compile(IReadOnlyList<PolicyModel> policies, SimulatedCluster cluster, ClusterProfile profile)
    {
        var enforcement = Enforcement(policies, cluster, profile);
        return new(enforcement.Compile(Direction.Ingress), enforcement.Compile(Direction.Egress));
    }

    private static IEnforcement Enforcement(IReadOnlyList<PolicyModel> policies, SimulatedCluster cluster, ClusterProfile profile) => profile.Engine switch
    {
        Enforcer.Cilium => new Engines.Cilium.CiliumEnforcement(policies, cluster, profile.Cilium),
        Enforcer.Calico => new CalicoEnforcement(policies, cluster),
        _ => new KubernetesEnforcement(policies, cluster),
    };
}
