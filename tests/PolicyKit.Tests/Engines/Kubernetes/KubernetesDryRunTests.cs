using PolicyKit.Tests.Emitting;
using static PolicyKit.Dsl;
using static PolicyKit.Tests.Emitting.Emitted;

namespace PolicyKit.Tests.Engines.Kubernetes;

/// <summary>Dry run in place: the same object, with a last rule that allows everything.</summary>
public sealed class KubernetesDryRunTests
{
    private const string RawHead = "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: raw, namespace: shop }\n";

    [Test]
    public void Each_governed_direction_ends_with_a_rule_that_allows_everything() =>
        Rehearsed(Web.AllowIngress(Port.Https).From(Namespace("a")).DenyEgressByDefault()).Part("spec").ShouldBe("""
            podSelector:
              matchLabels:
                app: web
            policyTypes:
            - Ingress
            - Egress
            ingress:
            - from:
              - namespaceSelector:
                  matchLabels:
                    kubernetes.io/metadata.name: a
              ports:
              - port: 443
                protocol: TCP
            - {}
            egress:
            - {}

            """);

    [Test]
    public void The_other_direction_is_left_alone() => Rehearsed(Web.DenyIngressByDefault()).ToYaml().ShouldNotContain("egress");

    [Test]
    public void The_gap_says_that_other_policies_are_suspended_too()
    {
        var gap = Rehearsed(Web.DenyEgressByDefault()).Gaps.ShouldHaveSingleItem();

        gap.ToString().ShouldBe("gap dry-run-suspends-others: on kubernetes, the dry run of 'shop/web' allows all egress from its pods, also what other policies deny.");
        gap.Flows.ShouldBe(new(Direction.Egress, "shop", LabelSelector.Of(("app", "web")), [Anywhere], [Port.Any], "another policy denies the flow"));
        gap.Effect.ShouldBe(GapEffect.Opens);
    }

    [Test]
    public void Enforcing_changes_the_object_and_not_its_name()
    {
        var policy = Web.AllowIngress(Port.Https).From(Namespace("a"));

        PolicySet.Of(policy).InMode(RolloutMode.DryRun).InMode(RolloutMode.Enforce).Emit(Engine.Kubernetes).ToYaml().ShouldBe(policy.Emit(Engine.Kubernetes).ToYaml());
        Rehearsed(policy).Manifests[0].ToString().ShouldBe(policy.Emit(Engine.Kubernetes).Manifests[0].ToString());
    }

    [TestCase("spec: { podSelector: {}, policyTypes: [Egress] }", "policyTypes:\n- Egress\negress:\n- {}\n")]
    [TestCase("spec: { podSelector: {}, egress: [{ to: [{ podSelector: {} }] }] }", "policyTypes:\n- Ingress\n- Egress\ningress:\n- {}\negress:\n- to:\n  - podSelector: {}\n- {}\n")]
    [TestCase("spec: { podSelector: {}, egress: [] }", "policyTypes:\n- Ingress\ningress:\n- {}\n")]
    [TestCase("spec: { podSelector: {} }", "policyTypes:\n- Ingress\ningress:\n- {}\n")]
    public void A_raw_policy_is_rehearsed_in_the_directions_that_the_API_server_would_fill_in(string spec, string rehearsed) =>
        PolicySet.Create([]).WithRaw(Engine.Kubernetes, RawHead + spec).InMode(RolloutMode.DryRun).Emit(Engine.Kubernetes).Part("spec")
            .ShouldBe($"podSelector: {{}}\n{rehearsed}");

    [Test]
    public void A_raw_policy_that_is_enforced_stays_as_it_was_written() =>
        PolicySet.Create([]).WithRaw(Engine.Kubernetes, RawHead + "spec: { podSelector: {}, egress: [] }").Emit(Engine.Kubernetes).Part("spec")
            .ShouldBe("podSelector: {}\negress: []\n");

    [Test]
    public void A_rehearsed_raw_policy_suspends_others_too_in_the_directions_it_governs()
    {
        var emitted = PolicySet.Create([]).WithRaw(Engine.Kubernetes, RawHead + "spec: { podSelector: {}, policyTypes: [Egress] }")
            .InMode(RolloutMode.DryRun).Emit(Engine.Kubernetes);

        var gap = emitted.Gaps.ShouldHaveSingleItem();
        gap.ToString().ShouldBe("gap dry-run-suspends-others: on kubernetes, the dry run of the raw NetworkPolicy shop/raw allows all egress from its pods, also what other policies deny.");
        gap.Flows.ShouldBe(new(Direction.Egress, "shop", LabelSelector.Everything, [Anywhere], [Port.Any], "the raw manifest selects the pod, and another policy denies the flow"));
    }

    private static EmitResult Rehearsed(Policy policy) => PolicySet.Of(policy).InMode(RolloutMode.DryRun).Emit(Engine.Kubernetes);
}
