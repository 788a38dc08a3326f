using System.Diagnostics;
using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Sets;
using PolicyKit.Verification.World;
using static PolicyKit.Verification.Tests.Asked;

namespace PolicyKit.Verification.Tests;

internal sealed class SpeedTests
{
    [Test, CancelAfter(30_000)]
    public void Ten_thousand_questions_to_a_hundred_policies_over_a_thousand_pods_take_seconds()
    {
        var cluster = SimulatedCluster.Empty.With(Enumerable.Range(0, 1000).Select(i => new ClusterPod($"ns{i % 20}", $"p{i}") { Labels = [("app", $"a{i % 50}"), ("tier", $"t{i % 3}")], Addresses = [IpAddress.Create(IpFamily.V4, (UInt128)(0x0A000000u + (uint)i))] }));
        var policies = ReadingOf(Together([.. Enumerable.Range(0, 100).Select(i => NetworkPolicy(
            $"{{podSelector: {{matchLabels: {{app: a{i % 50}}}}}, policyTypes: [Ingress, Egress], ingress: [{{from: [{{namespaceSelector: {{}}, podSelector: {{matchLabels: {{tier: t{i % 3}}}}}}}], ports: [{{port: 80}}]}}], egress: [{{to: [{{ipBlock: {{cidr: 10.0.0.0/8}}}}]}}]}}", $"np{i}", $"ns{i % 20}"))]));
        var judge = Judge.Of(policies, cluster, Profile(Enforcer.Calico));
        var pods = cluster.Pods;
        var clock = Stopwatch.StartNew();
        var allowed = Enumerable.Range(0, 10_000).Count(i => judge.Decide(new Flow(pods[i % 1000], pods[i * 7 % 1000], Traffic.Tcp(80))).Whole is Verdict.Allow);
        TestContext.Out.WriteLine(FormattableString.Invariant($"{clock.ElapsedMilliseconds} ms, {allowed} allowed"));
        allowed.ShouldBeInRange(1, 9_999);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }
}
