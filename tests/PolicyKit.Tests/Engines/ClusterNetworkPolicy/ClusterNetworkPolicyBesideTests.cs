using static PolicyKit.Dsl;
using static PolicyKit.Tests.Emitting.Emitted;
using static PolicyKit.Tests.Engines.ClusterNetworkPolicy.Objects;

namespace PolicyKit.Tests.Engines.ClusterNetworkPolicy;

/// <summary>PK3011: a NetworkPolicy that the set hands over beside Baseline objects for the same pods.</summary>
public sealed class ClusterNetworkPolicyBesideTests
{
    private const string Decides = ": where it is applied it decides there alone, and the Baseline objects of the policy have no effect. Say 'clusterNetworkPolicy.placement: Union' in the profile, or write the NetworkPolicy as a policy of the set.";
    private static readonly Policy Both = Web.AllowIngress(Port.Https).From(SameNamespace).AllowEgress(Port.Https).To(SameNamespace);

    [TestCase("podSelector: {}", "ingress")]
    [TestCase("podSelector: {}, egress: [{}]", "ingress", "egress")]
    [TestCase("podSelector: {}, policyTypes: [Egress]", "egress")]
    [TestCase("podSelector: { matchLabels: { app: web } }, policyTypes: [Ingress]", "ingress")]
    [TestCase("podSelector: { matchLabels: { tier: front } }, policyTypes: [Ingress]", "ingress")]
    [TestCase("podSelector: { matchExpressions: [{ key: app, operator: Exists }] }, policyTypes: [Ingress]", "ingress")]
    [TestCase("podSelector: { matchLabels: { app: db } }")]
    public void It_is_warned_of_for_each_direction_that_it_takes_over(string spec, params string[] directions) =>
        Says(Both, spec).ShouldBe(directions.Select(direction => $"warning: NetworkPolicy shop/own selects pods of policy 'shop/web' for {direction}{Decides}"), ignoreOrder: true);

    [Test]
    public void A_direction_that_allows_nothing_loses_nothing() =>
        Says(Web.DenyIngressByDefault(), "podSelector: {}").ShouldBeEmpty();

    [Test]
    public void A_policy_of_another_namespace_selects_none_of_its_pods() =>
        Says(Both.InNamespace("other"), "podSelector: {}").ShouldBeEmpty();

    [TestCase(Placement.Union)]
    [TestCase(Placement.Admin)]
    public void Other_placements_do_not_yield(Placement placement) =>
        Says(Both, "podSelector: {}", Placed(placement)).ShouldBeEmpty();

    [Test]
    public void Cilium_does_not_yield_either() =>
        Says(Both, "podSelector: {}", new() { Engine = Enforcer.Cilium, Cilium = new() { Version = new(1, 20) } }).ShouldBeEmpty();

    [Test]
    public void The_finding_stands_at_the_line_of_the_raw_manifest()
    {
        var set = PolicySet.Of(Both).WithRaw(Engine.Kubernetes, Raw("podSelector: {}"));

        set.Emit(Engine.ClusterNetworkPolicy).Diagnostics.Single(one => one.Id == "PK3011").Origin.Line.ShouldBe(((RawManifest)set[1]).Origin.Line);
    }

    private static IEnumerable<string> Says(Policy policy, string spec, ClusterProfile? profile = null) =>
        PolicySet.Of(policy).WithRaw(Engine.Kubernetes, Raw(spec)).Emit(Engine.ClusterNetworkPolicy, profile).Diagnostics
            .Where(one => one.Id == "PK3011").Select(one => $"{one with { Origin = default, Position = default }}".Replace(" PK3011:", ":"));

    private static string Raw(string spec) => $"apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {{ name: own, namespace: shop }}\nspec: {{ {spec} }}\n";
}
