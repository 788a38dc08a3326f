using PolicyKit.Verification;
using PolicyKit.Verification.Agreeing;
using PolicyKit.Verification.Sets;
using PolicyKit.Verification.World;

namespace PolicyKit.Testing;

/// <summary>Input: a set. Output: a cluster with one pod for each policy that is about a workload, labelled as the policy asks for, and the set applied.</summary>
internal static class Workloads
{
    public static TestCluster Of(PolicySet policies, ClusterProfile? profile, Func<Policy, bool> isAsked)
    {
        ArgumentNullException.ThrowIfNull(policies);
        var facts = profile ?? ClusterProfile.Unknown;
        var given = policies.Policies.SelectMany(policy => policy.Egress ?? []).SelectMany(rule => rule.Peers).OfType<ApiServerAtPeer>().SelectMany(at => at.Addresses).ToValueArray();
        var pods = policies.Policies.Where(policy => policy.Mode is RolloutMode.Enforce && isAsked(policy) && HasRules(policy)).Select(Pod);
        var objects = SimulatedCluster.Empty.With(pods).WithApiServer(given.Count == 0 ? IpSet.Empty : AddressPlan.SetOf(given));

        // Only egress is asked: where the API server's own calls come from makes no difference to it.
        var known = facts with { ApiServer = facts.ApiServer with { Sources = facts.ApiServer.Sources ?? ApiServerSources.Anywhere } };
        return TestCluster.Empty.WithProfile(known).WithObjects(objects).Apply(policies);
    }

    private static bool HasRules(Policy policy) => policy.Ingress is { Count: > 0 } || policy.Egress is { Count: > 0 };

    private static ClusterPod Pod(Policy policy, int index) => new(policy.Namespace ?? "default", policy.Name ?? FormattableString.Invariant($"pod-{index}"))
    {
        Labels = LabelVariants.Meeting(policy.Subject).Select(label => (label.Key, label.Value)).ToValueArray(),
    };
}
