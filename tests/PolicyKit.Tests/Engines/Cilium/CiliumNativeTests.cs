using PolicyKit.Tests.Emitting;
using static PolicyKit.Dsl;
using static PolicyKit.Tests.Emitting.Emitted;

namespace PolicyKit.Tests.Engines.Cilium;

/// <summary>Fragments and raw manifests in Cilium's own YAML: merged as they stand, and only when they add and do nothing else.</summary>
public sealed class CiliumNativeTests
{
    private const string Head = "apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: { name: raw, namespace: shop }\n";

    [Test]
    public void Fragments_follow_the_rules_in_the_order_in_which_they_were_written() =>
        Web.AllowIngress(Port.Https).From(Namespace("a"))
            .Native(Engine.Cilium, ingress: "- fromEndpoints:\n  - matchLabels:\n      app.kubernetes.io/name: flagger")
            .Native(Engine.Cilium, ingress: "- fromEntities: [ingress]\n- icmps:\n  - fields: [{ type: EchoRequest }]")
            .Emit(Engine.Cilium).Part("spec.ingress").ShouldBe("""
                - fromEndpoints:
                  - matchLabels:
                      k8s:io.kubernetes.pod.namespace: a
                  toPorts:
                  - ports:
                    - port: "443"
                      protocol: TCP
                - fromEndpoints:
                  - matchLabels:
                      app.kubernetes.io/name: flagger
                - fromEntities:
                  - ingress
                - icmps:
                  - fields:
                    - type: EchoRequest

                """);

    [Test]
    public void A_fragment_alone_isolates_its_direction_without_a_rule_for_nobody() =>
        Web.DenyIngressByDefault().Native(Engine.Cilium, ingress: "- fromEntities: [health]").Emit(Engine.Cilium).Part("spec.ingress").ShouldBe("- fromEntities:\n  - health\n");

    [Test]
    public void A_fragment_with_host_names_brings_the_DNS_proxy_to_the_rule_toward_the_resolver()
    {
        var emitted = Web.AllowClusterDns().Native(Engine.Cilium, egress: "- toFQDNs: [{ matchName: bucket.example.com }]").Emit(Engine.Cilium);

        emitted.Diagnostics.ShouldBeEmpty();
        emitted.Part("spec.egress").ShouldBe("""
            - toEndpoints:
              - matchLabels:
                  k8s:io.kubernetes.pod.namespace: kube-system
                  k8s:k8s-app: kube-dns
              toPorts:
              - ports:
                - port: "53"
                  protocol: TCP
                - port: "53"
                  protocol: UDP
                rules:
                  dns:
                  - matchPattern: "*"
            - toFQDNs:
              - matchName: bucket.example.com

            """);
    }

    [Test]
    public void A_fragment_with_host_names_that_nobody_asks_for_is_warned_of()
    {
        var emitted = Web.DenyEgressByDefault().Native(Engine.Cilium, egress: "- toFQDNs: [{ matchName: bucket.example.com }]").Emit(Engine.Cilium);

        emitted.Succeeded.ShouldBeTrue();
        var warning = emitted.Diagnostics.ShouldHaveSingleItem();
        $"{warning.Id} {warning.Severity}: {warning.Message} {warning.Mend}".ShouldBe(
            "PK5005 Warning: The cilium fragment of policy 'shop/web' has 'toFQDNs', and no rule lets the DNS proxy see the pod's questions: it never learns an address. Add .AllowClusterDns() to the policy.");
    }

    [Test]
    public void A_rule_toward_the_resolver_for_all_pods_of_the_namespace_is_in_force_too() =>
        PolicySet.Of(Web.DenyEgressByDefault().Native(Engine.Cilium, egress: "- toFQDNs: [{ matchName: bucket.example.com }]"), Policy.ForAllPods().InNamespace("shop").AllowClusterDns())
            .Emit(Engine.Cilium).Diagnostics.ShouldNotContain(one => one.Id == "PK5005");

    private static IEnumerable<TestCaseData> BadFragments()
    {
        yield return Case("a map", "fromEntities: [all]", "PK5001: A native fragment for cilium is a list of rules, and this is a map. Begin each rule with '- '.");
        yield return Case("an empty rule", "- {}", "PK5003: The cilium fragment of policy 'shop/web' has ingress: a rule without peers and ports allows nothing, and everything in a NetworkPolicy (we refuse it). Write '- fromEntities: [none]' for ingress, '- toEntities: [none]' for egress.");
        yield return Case("an empty list of peers", "- fromEndpoints: []", "PK5003: The cilium fragment of policy 'shop/web' has ingress.fromEndpoints: an empty list is nobody (we refuse it). Leave the key out, or name a peer.");
        yield return Case("two kinds of peers", "- { fromEntities: [world], fromEndpoints: [{}] }", "PK5002: The cilium fragment of policy 'shop/web' has ingress: it has several kinds of peers; each kind needs a rule of its own, with the ports repeated (the agent refuses it). Mend the native fragment.");
        yield return Case("a lost key", "- fromPods: [{}]", "PK5002: The cilium fragment of policy 'shop/web' has ingress.fromPods: nobody knows this key here (the API server drops it). Mend the native fragment.");
        yield return Case("a number for a port", "- toPorts: [{ ports: [{ port: 80 }] }]", "PK5002: The cilium fragment of policy 'shop/web' has ingress.toPorts[0].ports[0].port: a text is expected, not a whole number (the API server refuses it). Mend the native fragment.");
        yield return Case("a deny section", "- ingressDeny: [{ fromEntities: [world] }]", "PK5002: The cilium fragment of policy 'shop/web' has ingress.ingressDeny: nobody knows this key here (the API server drops it). Mend the native fragment.");
    }

    [TestCaseSource(nameof(BadFragments))]
    public void A_bad_fragment_is_refused(string fragment, string[] errors) =>
        Web.DenyIngressByDefault().Native(Engine.Cilium, ingress: fragment).Emit(Engine.Cilium).Errors().ShouldBe(errors);

    [Test]
    public void What_is_wrong_with_a_fragment_is_said_at_the_line_of_CSharp_and_of_YAML()
    {
        var diagnostic = Web.DenyIngressByDefault().Native(Engine.Cilium, ingress: "- fromEntities:\n  - all\n- fromEntities:\n  - internet").Emit(Engine.Cilium).Diagnostics.ShouldHaveSingleItem();

        diagnostic.Origin.File.ShouldEndWith("CiliumNativeTests.cs");
        diagnostic.Origin.Line.ShouldBePositive();
        diagnostic.Position.ToString().ShouldBe("line 4, column 5");
    }

    [TestCase("- toPorts: [{ ports: [{ port: '80', protocol: TCP }], rules: { http: [{ method: GET }] } }]", "rules")]
    [TestCase("- { fromEntities: [all], authentication: { mode: required } }", "authentication")]
    public void In_a_dry_run_a_fragment_that_stops_requests_is_refused(string fragment, string key) =>
        PolicySet.Of(Web.DenyIngressByDefault().Native(Engine.Cilium, ingress: fragment)).InMode(RolloutMode.DryRun).Emit(Engine.Cilium).Errors().ShouldBe(
            [$"PK5006: The cilium fragment of policy 'shop/web' has '{key}', which stops requests even in a dry run. Take the rule out of the dry run, or enforce the policy."]);

    [Test]
    public void A_fragment_for_a_direction_that_the_policy_leaves_open_is_refused() =>
        Web.DenyIngressByDefault().Native(Engine.Cilium, egress: "- toEntities: [all]").Emit(Engine.Cilium).Errors().ShouldBe(
            ["PK5006: The cilium fragment of policy 'shop/web' is for egress, which the policy does not govern. Add DenyEgressByDefault(), or take the fragment out."]);

    private static IEnumerable<TestCaseData> BadRaws()
    {
        yield return Case("another kind", "apiVersion: cilium.io/v2\nkind: CiliumCIDRGroup\nmetadata: { name: raw }", "PK5001: CiliumCIDRGroup raw of cilium.io/v2 is not an object of cilium. Write CiliumNetworkPolicy or CiliumClusterwideNetworkPolicy, or name the engine whose object it is.");
        yield return Case("an empty section", Head + "spec: { endpointSelector: {}, ingress: [] }",
            "PK5003: CiliumNetworkPolicy shop/raw, spec.ingress: an empty list isolates nothing: the direction stays open (we refuse it). Write '- fromEntities: [none]' for ingress, '- toEntities: [none]' for egress.",
            "PK5003: CiliumNetworkPolicy shop/raw, spec: without a rule it enforces nothing, and isolates nothing (the agent refuses it). Write '- fromEntities: [none]' for ingress, '- toEntities: [none]' for egress.");
        yield return Case("a rule that is empty", Head + "spec: { endpointSelector: {}, ingress: [{}] }",
            "PK5003: CiliumNetworkPolicy shop/raw, spec.ingress[0]: a rule without peers and ports allows nothing, and everything in a NetworkPolicy (we refuse it). Write '- fromEntities: [none]' for ingress, '- toEntities: [none]' for egress.");
        yield return Case("nodes in a namespace", Head + "spec: { nodeSelector: {}, ingress: [{ fromEntities: [all] }] }",
            "PK5002: CiliumNetworkPolicy shop/raw, spec.nodeSelector: only a CiliumClusterwideNetworkPolicy selects nodes (the agent refuses it). Mend the raw manifest.");
    }

    [TestCaseSource(nameof(BadRaws))]
    public void A_bad_raw_manifest_is_refused(string raw, string[] errors) =>
        PolicySet.Create([]).WithRaw(Engine.Cilium, raw).Emit(Engine.Cilium).Errors().ShouldBe(errors);

    [Test]
    public void A_raw_manifest_may_say_what_we_would_write_otherwise() =>
        PolicySet.Create([]).WithRaw(Engine.Cilium, "apiVersion: cilium.io/v2\nkind: CiliumClusterwideNetworkPolicy\nmetadata: { name: raw }\nspec: { endpointSelector: {}, egressDeny: [{ toCIDR: [169.254.169.254/32] }] }")
            .Emit(Engine.Cilium).Errors().ShouldBeEmpty();

    private static TestCaseData Case(string name, string yaml, params string[] errors) => new TestCaseData(yaml, errors).SetArgDisplayNames(name);
}
