using PolicyKit.Tests.Emitting;
using static PolicyKit.Dsl;
using static PolicyKit.Tests.Emitting.Emitted;

namespace PolicyKit.Tests.Engines.Cilium;

/// <summary>Dry run: the same object, told not to deny what it does not name.</summary>
public sealed class CiliumDryRunTests
{
    private const string Head = "apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: { name: raw, namespace: shop }\n";
    private const string DenyNothing = "enableDefaultDeny:\n  ingress: false\n  egress: false\n";

    [TestCase(Directions.Ingress, "ingress:\n- fromEntities:\n  - none\n")]
    [TestCase(Directions.Egress, "egress:\n- toEntities:\n  - none\n")]
    public void Both_directions_are_told_not_to_deny_whichever_is_governed(Directions directions, string rules) =>
        PolicySet.Create([]).WithDefaultDeny("shop", directions).InMode(RolloutMode.DryRun).Emit(Engine.Cilium).Part("spec").ShouldBe($"endpointSelector: {{}}\n{DenyNothing}{rules}");

    [Test]
    public void An_enforced_policy_does_not_have_the_switch() => Web.DenyIngressByDefault().Emit(Engine.Cilium).ToYaml().ShouldNotContain("enableDefaultDeny");

    [Test]
    public void The_gap_of_each_rule_says_that_what_it_allows_is_allowed()
    {
        var emitted = PolicySet.Of(Web.AllowIngress(Port.Https).From(Namespace("a"), Nodes).DenyEgressByDefault()).InMode(RolloutMode.DryRun).Emit(Engine.Cilium);

        var gap = emitted.Gaps.ShouldHaveSingleItem();
        gap.ToString().ShouldBe("gap dry-run-allows: on cilium, the dry run of 'shop/web' allows 443/TCP from the pods of namespace 'a' and the nodes, also where something else denies it.");
        gap.Flows.ShouldBe(new(Direction.Ingress, "shop", LabelSelector.Of(("app", "web")), [Namespace("a"), Nodes], [Port.Https], "something else denies the flow"));
        gap.Effect.ShouldBe(GapEffect.Opens);
    }

    [TestCase("spec: { endpointSelector: {}, ingress: [{ fromEntities: [none] }] }", "endpointSelector: {}\ningress:\n- fromEntities:\n  - none\n" + DenyNothing)]
    [TestCase("spec: { endpointSelector: {}, enableDefaultDeny: { ingress: true }, ingress: [{ fromEntities: [none] }] }", "endpointSelector: {}\ningress:\n- fromEntities:\n  - none\n" + DenyNothing)]
    [TestCase("spec: { endpointSelector: {}, egress: [{ toEntities: [all], toPorts: [{ ports: [{ port: '53' }], rules: { dns: [{ matchPattern: '*' }] } }] }] }",
        "endpointSelector: {}\negress:\n- toEntities:\n  - all\n  toPorts:\n  - ports:\n    - port: \"53\"\n    rules:\n      dns:\n      - matchPattern: \"*\"\n" + DenyNothing)]
    public void A_raw_policy_gets_the_switch(string spec, string rehearsed) => Raw(spec).Part("spec").ShouldBe(rehearsed);

    [Test]
    public void The_gap_of_a_raw_policy_says_the_same_of_both_directions() =>
        Raw("spec: { endpointSelector: {}, ingress: [{ fromEntities: [none] }] }").Gaps.Select(gap => gap.ToString()).ShouldBe(
        [
            "gap dry-run-allows: on cilium, the dry run of CiliumNetworkPolicy shop/raw allows the ingress that it names, also where something else denies it.",
            "gap dry-run-allows: on cilium, the dry run of CiliumNetworkPolicy shop/raw allows the egress that it names, also where something else denies it.",
        ]);

    [Test]
    public void Each_of_several_specs_gets_the_switch() =>
        Raw("specs: [{ endpointSelector: {}, ingress: [{ fromEntities: [none] }] }, { endpointSelector: {}, egress: [{ toEntities: [none] }] }]").Part("specs").ShouldBe("""
            - endpointSelector: {}
              ingress:
              - fromEntities:
                - none
              enableDefaultDeny:
                ingress: false
                egress: false
            - endpointSelector: {}
              egress:
              - toEntities:
                - none
              enableDefaultDeny:
                ingress: false
                egress: false

            """);

    [TestCase("spec: { endpointSelector: {}, ingressDeny: [{ fromEntities: [world] }] }")]
    [TestCase("spec: { endpointSelector: {}, egressDeny: [{ toEntities: [world] }] }")]
    [TestCase("specs: [{ endpointSelector: {}, egressDeny: [{ toEntities: [world] }] }]")]
    [TestCase("spec: { endpointSelector: {}, ingress: [{ fromEntities: [all], authentication: { mode: required } }] }")]
    [TestCase("spec: { endpointSelector: {}, ingress: [{ toPorts: [{ ports: [{ port: '80', protocol: TCP }], rules: { http: [{ method: GET }] } }] }] }")]
    [TestCase("spec: { endpointSelector: {}, egress: [{ toPorts: [{ ports: [{ port: '53' }], rules: { dns: [{ matchName: a.example.com }] } }] }] }")]
    [TestCase("spec: { endpointSelector: {}, egress: [{ toPorts: [{ ports: [{ port: '443', protocol: TCP }], serverNames: [a.example.com] }] }] }")]
    public void A_raw_policy_that_stops_something_all_the_same_is_refused(string spec) => Raw(spec).Errors().ShouldBe(
        ["PK5006: CiliumNetworkPolicy shop/raw cannot be rehearsed: a dry run must deny nothing that was allowed. Take it out of the dry run, or write it as a policy."]);

    [Test]
    public void A_raw_policy_is_refused_where_the_switch_would_be_lost() =>
        Raw("spec: { endpointSelector: {}, ingress: [{ fromEntities: [none] }] }", new() { Cilium = new() { Version = new(1, 15) } }).Errors().ShouldHaveSingleItem().ShouldStartWith("PK5006: ");

    private static EmitResult Raw(string spec, ClusterProfile? profile = null) =>
        PolicySet.Create([]).WithRaw(Engine.Cilium, Head + spec).InMode(RolloutMode.DryRun).Emit(Engine.Cilium, profile);
}
