using PolicyKit.Tests.Emitting;
using static PolicyKit.Dsl;
using static PolicyKit.Tests.Emitting.Emitted;

namespace PolicyKit.Tests.Engines.Calico;

/// <summary>Native fragments: appended as they are, refused where they do more than add, or are not what Calico takes.</summary>
public sealed class CalicoFragmentsTests
{
    private const string OnlyAdd = ", and a fragment may only add to what the policy allows. Write 'action: Allow', or say it in a raw manifest with WithRaw(…).";

    [Test]
    public void Fragments_are_appended_in_their_order_and_as_they_are() =>
        Web.AllowIngress(Port.Https).From(SameNamespace)
            .Native(Engine.Calico, ingress: "- action: Allow\n  metadata: { annotations: { why: canary } }\n  source: { namespaceSelector: \"projectcalico.org/name == 'flagger'\" }")
            .Native(Engine.Calico, ingress: "- action: Allow\n  protocol: ICMP\n  icmp: { type: 8 }\n")
            .Emit(Engine.Calico).Part("spec.ingress").ShouldBe("""
            - action: Allow
              protocol: TCP
              source:
                selector: projectcalico.org/orchestrator == 'k8s'
              destination:
                ports:
                - 443
            - action: Allow
              metadata:
                annotations:
                  why: canary
              source:
                namespaceSelector: projectcalico.org/name == 'flagger'
            - action: Allow
              protocol: ICMP
              icmp:
                type: 8

            """);

    [Test]
    public void A_fragment_of_a_rehearsed_policy_is_staged_with_it()
    {
        var policy = Web.DenyEgressByDefault().Native(Engine.Calico, egress: "- action: Allow");

        PolicySet.Of(policy).InMode(RolloutMode.DryRun).Emit(Engine.Calico).ToYaml().ShouldContain("kind: StagedNetworkPolicy");
    }

    private static IEnumerable<TestCaseData> BadFragments()
    {
        yield return Case("a map", "action: Allow", "PK5001: A native fragment for calico is a list of rules, and this is a map. Begin each rule with '- '.");
        yield return Case("Deny", "- action: Deny", "PK5006: The calico fragment of policy 'shop/web' says 'action: Deny'" + OnlyAdd);
        yield return Case("Pass", "- action: Pass", "PK5006: The calico fragment of policy 'shop/web' says 'action: Pass'" + OnlyAdd);
        yield return Case("Log", "- action: Allow\n- action: Log", "PK5006: The calico fragment of policy 'shop/web' says 'action: Log'" + OnlyAdd);
        yield return Case("no action", "- protocol: TCP", "PK5002: The calico fragment of policy 'shop/web', ingress: it has no action (the API server refuses it). Mend the fragment.");
        yield return Case("a text", "- Allow", "PK5002: The calico fragment of policy 'shop/web', ingress: a map is expected, not a text (the API server refuses it). Mend the fragment.");
        yield return Case("host names", "- { action: Allow, source: { domains: [a.example.com] } }",
            "PK5002: The calico fragment of policy 'shop/web', ingress.source.domains: nobody knows this key here (the API server drops it). Mend the fragment.",
            "PK5002: The calico fragment of policy 'shop/web', ingress.source: domains may only stand in the destination of an egress rule that allows (the API server refuses it). Mend the fragment.");
        yield return Case("everyone by mistake", "- { action: Allow, source: { nets: [] } }",
            "PK5002: The calico fragment of policy 'shop/web', ingress.source.nets: an empty list is every address (we refuse it). Mend the fragment.");
    }

    [TestCaseSource(nameof(BadFragments))]
    public void A_bad_fragment_is_refused_once(string fragment, string[] errors) =>
        Web.DenyIngressByDefault().Native(Engine.Calico, ingress: fragment).Emit(Engine.Calico).Errors().ShouldBe(errors, ignoreOrder: true);

    [Test]
    public void What_is_wrong_is_said_at_the_line_of_CSharp_and_of_YAML()
    {
        var diagnostics = Web.DenyIngressByDefault().Native(Engine.Calico, ingress: "- action: Allow\n- action: Deny\n- action: Allow\n  protocol: tcp\n").Emit(Engine.Calico).Diagnostics;

        diagnostics.Where(one => one.Severity is Severity.Error).Select(one => $"{one.Id} {one.Position}").ShouldBe(["PK5006 line 2, column 11", "PK5002 line 4, column 13"]);
        diagnostics.ShouldAllBe(one => one.Origin.File!.EndsWith("CalicoFragmentsTests.cs", StringComparison.Ordinal));
    }

    [Test]
    public void A_fragment_for_a_direction_that_the_policy_leaves_open_is_refused() =>
        Web.DenyIngressByDefault().Native(Engine.Calico, egress: "- action: Allow").Emit(Engine.Calico).Errors().ShouldBe(
            ["PK5006: The calico fragment of policy 'shop/web' is for egress, which the policy does not govern. Add DenyEgressByDefault(), or take the fragment out."]);

    [Test]
    public void A_fragment_of_another_engine_is_left_out_aloud()
    {
        var emitted = Web.DenyIngressByDefault().Native(Engine.Kubernetes, ingress: "- {}").Emit(Engine.Calico);

        emitted.Part("spec").ShouldBe("order: 1000\nselector: app == 'web'\ntypes:\n- Ingress\n");
        emitted.Gaps.Select(gap => gap.Id).ShouldBe([Gaps.FragmentElsewhere]);
    }

    private static TestCaseData Case(string name, string yaml, params string[] errors) => new TestCaseData(yaml, errors).SetArgDisplayNames(name);
}
