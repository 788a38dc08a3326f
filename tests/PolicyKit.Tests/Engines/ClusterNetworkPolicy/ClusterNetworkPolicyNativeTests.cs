using PolicyKit.Tests.Emitting;
using static PolicyKit.Dsl;
using static PolicyKit.Tests.Emitting.Emitted;

namespace PolicyKit.Tests.Engines.ClusterNetworkPolicy;

/// <summary>Native fragments and raw manifests: merged as they are, refused when they do more than add, or are not what they claim to be.</summary>
public sealed class ClusterNetworkPolicyNativeTests
{
    private const string Head = "apiVersion: policy.networking.k8s.io/v1alpha2\nkind: ClusterNetworkPolicy\nmetadata: { name: raw }\n";

    [Test]
    public void Fragments_are_appended_to_the_allow_layer_in_their_order() =>
        Web.AllowIngress(Port.Https).From(AnyNamespace)
            .Native(Engine.ClusterNetworkPolicy, ingress: "- { action: Accept, name: second, from: [{ namespaces: {} }] }")
            .Native(Engine.ClusterNetworkPolicy, ingress: "- { from: [{ namespaces: {} }], action: Accept, name: first }")
            .Emit().Part("allow.shop.web", "ingress").ShouldBe("""
            - action: Accept
              from:
              - namespaces: {}
              protocols:
              - tcp:
                  destinationPort:
                    number: 443
            - action: Accept
              name: second
              from:
              - namespaces: {}
            - from:
              - namespaces: {}
              action: Accept
              name: first

            """);

    private static IEnumerable<TestCaseData> BadFragments()
    {
        yield return Case("a map", "action: Accept", "PK5001: A native fragment for clusterNetworkPolicy is a list of rules, and this is a map. Begin each rule with '- '.");
        yield return Case("deny", "- { action: Deny, from: [{ namespaces: {} }] }",
            "PK5006: The clusterNetworkPolicy fragment of policy 'shop/web' has a rule with the action 'Deny', and a fragment can only add to what the policy allows. Write 'action: Accept', or say it in a manifest of its own with WithRaw(…).");
        yield return Case("pass", "- { action: Pass, from: [{ namespaces: {} }] }",
            "PK5006: The clusterNetworkPolicy fragment of policy 'shop/web' has a rule with the action 'Pass', and a fragment can only add to what the policy allows. Write 'action: Accept', or say it in a manifest of its own with WithRaw(…).");
        yield return Case("a lost key", "- { action: Accept, from: [{ namespaces: {} }], ports: [] }",
            "PK5002: The clusterNetworkPolicy fragment of policy 'shop/web', ingress.ports: nobody knows this key here (the API server drops it). Mend the native fragment.");
        yield return Case("a rule of the other direction", "- { action: Accept, to: [{ namespaces: {} }] }",
            "PK5002: The clusterNetworkPolicy fragment of policy 'shop/web', ingress.to: nobody knows this key here (the API server drops it). Mend the native fragment.",
            "PK5002: The clusterNetworkPolicy fragment of policy 'shop/web', ingress: it has no from (the API server refuses it). Mend the native fragment.");
        yield return Case("every namespace unsaid", "- { action: Accept, from: [{ pods: { podSelector: {} } }] }",
            "PK5002: The clusterNetworkPolicy fragment of policy 'shop/web', ingress.from[0].pods: it has no namespaceSelector, and is then for every namespace (we refuse it). Mend the native fragment.");
    }

    [TestCaseSource(nameof(BadFragments))]
    public void A_bad_fragment_is_refused(string fragment, string[] errors) =>
        Web.DenyIngressByDefault().Native(Engine.ClusterNetworkPolicy, ingress: fragment).Emit().Errors().ShouldBe(errors, ignoreOrder: true);

    [Test]
    public void What_is_wrong_with_a_fragment_is_said_at_its_line_of_CSharp_and_of_YAML()
    {
        var line = Line();
        var diagnostic = Web.DenyIngressByDefault().Native(Engine.ClusterNetworkPolicy, ingress: "- action: Accept\n  from: [{ namespaces: {} }]\n- from: [{ namespaces: {} }]\n  action: Deny").Emit().Diagnostics.ShouldHaveSingleItem();

        diagnostic.Origin.File.ShouldEndWith("ClusterNetworkPolicyNativeTests.cs");
        diagnostic.Origin.Line.ShouldBe(line + 1);
        diagnostic.Position.ToString().ShouldBe("line 4, column 11");
    }

    [Test]
    public void A_fragment_for_a_direction_that_the_policy_leaves_open_is_refused() =>
        Web.DenyIngressByDefault().Native(Engine.ClusterNetworkPolicy, egress: "- { action: Accept, to: [{ namespaces: {} }] }").Emit().Errors().ShouldBe(
            ["PK5006: The clusterNetworkPolicy fragment of policy 'shop/web' is for egress, which the policy does not govern. Add DenyEgressByDefault(), or take the fragment out."]);

    private static IEnumerable<TestCaseData> BadRaws()
    {
        yield return Case("an older version", "apiVersion: policy.networking.k8s.io/v1alpha1\nkind: AdminNetworkPolicy\nmetadata: { name: raw }",
            "PK5001: AdminNetworkPolicy raw of policy.networking.k8s.io/v1alpha1 is not an object of clusterNetworkPolicy. Write ClusterNetworkPolicy, or name the engine whose object it is.");
        yield return Case("the charts' priority", Head + "spec: { tier: Baseline, priority: 2000, subject: { namespaces: {} } }",
            "PK5002: ClusterNetworkPolicy raw, spec.priority: 2000 is not a priority; priorities are 0 to 1000 (the API server refuses it). Mend the raw manifest.");
        yield return Case("nodes on the standard channel", Head + "spec: { tier: Admin, priority: 1, subject: { namespaces: {} }, egress: [{ action: Deny, to: [{ nodes: {} }] }] }",
            "PK5002: ClusterNetworkPolicy raw, spec.egress[0].to[0].nodes: nobody knows this key here (the API server drops it). Mend the raw manifest.",
            "PK5002: ClusterNetworkPolicy raw, spec.egress[0].to[0]: it has none of namespaces, pods and networks (the API server refuses it). Mend the raw manifest.");
        yield return Case("a section without a value", Head + "spec:\n  tier: Admin\n  priority: 1\n  subject: { namespaces: {} }\n  egress:",
            "PK5002: ClusterNetworkPolicy raw, spec.egress: it has no value (the API server drops it). Mend the raw manifest.");
        yield return Case("an operator that no agent knows", Head + "spec: { tier: Admin, priority: 1, subject: { namespaces: { matchExpressions: [{ key: k, operator: notIn, values: [a] }] } } }",
            "PK5002: ClusterNetworkPolicy raw, spec.subject.namespaces.matchExpressions[0].operator: 'notIn' is not one of In, NotIn, Exists and DoesNotExist (the agent refuses it). Mend the raw manifest.");
        yield return Case("a namespace", "apiVersion: policy.networking.k8s.io/v1alpha2\nkind: ClusterNetworkPolicy\nmetadata: { name: raw, namespace: shop }\nspec: { tier: Admin, priority: 1, subject: { namespaces: {} } }",
            "PK5002: ClusterNetworkPolicy shop/raw, metadata.namespace: the kind has no namespaces (the API server drops it). Mend the raw manifest.");
    }

    [TestCaseSource(nameof(BadRaws))]
    public void A_bad_raw_manifest_is_refused(string raw, string[] errors) =>
        PolicySet.Create([]).WithRaw(Engine.ClusterNetworkPolicy, raw).Emit(Engine.ClusterNetworkPolicy).Errors().ShouldBe(errors, ignoreOrder: true);

    [Test]
    public void A_raw_manifest_stays_as_it_was_written_and_takes_part_in_the_clash_of_names()
    {
        const string raw = "apiVersion: policy.networking.k8s.io/v1alpha2\nkind: ClusterNetworkPolicy\nmetadata: { name: allow.shop.web }\nspec: { tier: Admin, priority: 1, subject: { namespaces: {} } }";

        PolicySet.Create([]).WithRaw(Engine.ClusterNetworkPolicy, raw).Emit(Engine.ClusterNetworkPolicy).Manifests.ShouldHaveSingleItem().ShouldBe(PolicyKit.Manifests.Manifest.Parse(raw));
        PolicySet.Of(Web.AllowIngress(Port.Https).From(SameNamespace)).WithRaw(Engine.ClusterNetworkPolicy, raw).Emit(Engine.ClusterNetworkPolicy)
            .Errors().ShouldHaveSingleItem().ShouldStartWith("PK0002: ClusterNetworkPolicy allow.shop.web is written twice");
    }

    private static int Line([System.Runtime.CompilerServices.CallerLineNumber] int line = 0) => line;

    private static TestCaseData Case(string name, string yaml, params string[] errors) => new TestCaseData(yaml, errors).SetArgDisplayNames(name);
}
