using PolicyKit.Tests.Emitting;
using static PolicyKit.Dsl;
using static PolicyKit.Tests.Emitting.Emitted;

namespace PolicyKit.Tests.Engines.ClusterNetworkPolicy;

/// <summary>Dry run: the allow layer alone, of policies and of raw manifests.</summary>
public sealed class ClusterNetworkPolicyDryRunTests
{
    private const string Head = "apiVersion: policy.networking.k8s.io/v1alpha2\nkind: ClusterNetworkPolicy\nmetadata: { name: raw }\nspec:\n  tier: Admin\n  priority: 10\n  subject: { namespaces: {} }\n";

    [TestCase(Placement.Baseline, "Baseline 500")]
    [TestCase(Placement.Union, "Admin 1000")]
    [TestCase(Placement.Admin, "Admin 500")]
    public void A_dry_run_is_the_allow_layer_without_the_deny_layer(Placement placement, string place) =>
        Rehearsed(Web.AllowIngress(Port.Https).From(SameNamespace)).Emit(Engine.ClusterNetworkPolicy, Objects.Placed(placement)).Layers().ShouldBe([$"allow.shop.web {place}"]);

    [Test]
    public void A_default_deny_has_nothing_to_rehearse_beside_a_policy_that_is_enforced()
    {
        PolicySet set = [.. Rehearsed(Web.DenyIngressByDefault()), Web.Named("api").DenyIngressByDefault()];

        set.Emit(Engine.ClusterNetworkPolicy, Known).Layers().ShouldBe(["deny.shop.api Baseline 1000"]);
    }

    [Test]
    public void A_dry_run_says_that_nothing_is_observed()
    {
        var diagnostic = Rehearsed(Web.DenyIngressByDefault()).Emit(Engine.ClusterNetworkPolicy, Known).Diagnostics.ShouldHaveSingleItem();

        diagnostic.Severity.ShouldBe(Severity.Info);
        $"{diagnostic.Id}: {diagnostic.Message} {diagnostic.Mend}".ShouldBe(
            "PK3014: Policy 'shop/web' is rehearsed only: it denies nothing, and what would be denied is observed nowhere. InMode(RolloutMode.Enforce) enforces what is rehearsed.");
    }

    [Test]
    public void A_fragment_is_rehearsed_with_its_policy_and_widens_the_gap_to_everything()
    {
        var emitted = Rehearsed(Web.AllowIngress(Port.Https).From(SameNamespace).Native(Engine.ClusterNetworkPolicy, ingress: "- { action: Accept, from: [{ namespaces: {} }] }"))
            .Emit(Engine.ClusterNetworkPolicy, Known);

        emitted.Rules("allow", "ingress").Count.ShouldBe(2);
        emitted.Gaps.ShouldHaveSingleItem().Flows.Peers.ShouldBe([Anywhere]);
    }

    [Test]
    public void A_rehearsed_raw_manifest_keeps_what_it_accepts()
    {
        var emitted = RehearsedRaw("""
              ingress:
              - { action: Deny, from: [{ namespaces: {} }] }
              - { action: Accept, from: [{ namespaces: { matchLabels: { team: a } } }] }
              - { action: Pass, from: [{ namespaces: {} }] }
              egress:
              - { action: Deny, to: [{ networks: [0.0.0.0/0] }] }
            """);

        emitted.Errors().ShouldBeEmpty();
        emitted.Manifests.ShouldHaveSingleItem().ToYaml().ShouldBe("""
            ---
            apiVersion: policy.networking.k8s.io/v1alpha2
            kind: ClusterNetworkPolicy
            metadata:
              name: raw
            spec:
              tier: Admin
              priority: 10
              subject:
                namespaces: {}
              ingress:
              - action: Accept
                from:
                - namespaces:
                    matchLabels:
                      team: a

            """);
        $"{emitted.Gaps.ShouldHaveSingleItem()}".ShouldBe(
            "gap dry-run-allows: on clusterNetworkPolicy, the dry run of the raw ClusterNetworkPolicy raw allows ingress that it accepts, also where something else denies it.");
    }

    [TestCase("  ingress: [{ action: Deny, from: [{ namespaces: {} }] }]")]
    [TestCase("  ingress: []")]
    [TestCase("")]
    public void A_raw_manifest_that_accepts_nothing_cannot_be_rehearsed(string rules) =>
        RehearsedRaw(rules).Errors().ShouldBe(
            ["PK5006: ClusterNetworkPolicy raw cannot be rehearsed: a dry run must deny nothing that was allowed. Take it out of the dry run, or write it as a policy."]);

    private static PolicySet Rehearsed(Policy policy) => PolicySet.Of(policy).InMode(RolloutMode.DryRun);

    private static EmitResult RehearsedRaw(string rules) =>
        PolicySet.Create([]).WithRaw(Engine.ClusterNetworkPolicy, Head + rules).InMode(RolloutMode.DryRun).Emit(Engine.ClusterNetworkPolicy);
}
