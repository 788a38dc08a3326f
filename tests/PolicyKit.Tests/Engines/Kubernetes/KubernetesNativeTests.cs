using PolicyKit.Tests.Emitting;
using static PolicyKit.Dsl;
using static PolicyKit.Tests.Emitting.Emitted;

namespace PolicyKit.Tests.Engines.Kubernetes;

/// <summary>Native fragments and raw manifests: merged as they are, refused when they are not what they claim to be.</summary>
public sealed class KubernetesNativeTests
{
    private const string Head = "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: raw, namespace: shop }\n";

    [Test]
    public void A_fragment_is_appended_to_the_rules_of_its_direction() =>
        Web.AllowIngress(Port.Https).From(SameNamespace).Native(Engine.Kubernetes, ingress: "- from: [{ podSelector: { matchLabels: { app: flagger } } }]\n  ports: [{ port: 80, protocol: TCP }]")
            .Emit(Engine.Kubernetes).Part("spec.ingress").ShouldBe("""
            - from:
              - podSelector: {}
              ports:
              - port: 443
                protocol: TCP
            - from:
              - podSelector:
                  matchLabels:
                    app: flagger
              ports:
              - port: 80
                protocol: TCP

            """);

    private static IEnumerable<TestCaseData> BadFragments()
    {
        yield return Case("a map", "from: []", "PK5001: A native fragment for kubernetes is a list of rules, and this is a map. Begin each rule with '- '.");
        yield return Case("everyone by mistake", "- from: []", "PK5002: NetworkPolicy shop/web, spec.ingress[0].from: an empty list is everyone (we refuse it). Mend the native fragment; if there is none, this is a fault of PolicyKit: please report it.");
        yield return Case("a misplaced key", "- port: 10902", "PK5002: NetworkPolicy shop/web, spec.ingress[0].port: nobody knows this key here (the API server drops it). Mend the native fragment; if there is none, this is a fault of PolicyKit: please report it.");
        yield return Case("a port out of range", "- ports: [{ port: 70000, protocol: TCP }]", "PK5002: NetworkPolicy shop/web, spec.ingress[0].ports[0].port: 70000 is not a port; ports are 1 to 65535 (the API server refuses it). Mend the native fragment; if there is none, this is a fault of PolicyKit: please report it.");
    }

    [TestCaseSource(nameof(BadFragments))]
    public void A_bad_fragment_is_refused(string fragment, string error) =>
        Web.DenyIngressByDefault().Native(Engine.Kubernetes, ingress: fragment).Emit(Engine.Kubernetes).Errors().ShouldBe([error]);

    [Test]
    public void A_fragment_for_a_direction_that_the_policy_leaves_open_is_refused() =>
        Web.DenyIngressByDefault().Native(Engine.Kubernetes, egress: "- {}").Emit(Engine.Kubernetes).Errors().ShouldBe(
            ["PK5006: The kubernetes fragment of policy 'shop/web' is for egress, which the policy does not govern. Add DenyEgressByDefault(), or take the fragment out."]);

    private static IEnumerable<TestCaseData> BadRaws()
    {
        yield return Case("another kind", "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: raw }", "PK5001: ConfigMap raw of v1 is not an object of kubernetes. Write NetworkPolicy, or name the engine whose object it is.");
        yield return Case("nothing", "# nothing", "PK5001: A raw manifest for kubernetes holds no object. Write one, or leave WithRaw out.");
        yield return Case("a wrong type", Head + "spec: { podSelector: {}, policyTypes: [ingress] }", "PK5002: NetworkPolicy shop/raw, spec.policyTypes[0]: 'ingress' is neither Ingress nor Egress (the API server refuses it). Mend the raw manifest.");
        yield return Case("a lost key", Head + "spec: { podSelector: {}, ingres: [] }", "PK5002: NetworkPolicy shop/raw, spec.ingres: nobody knows this key here (the API server drops it). Mend the raw manifest.");
    }

    [TestCaseSource(nameof(BadRaws))]
    public void A_bad_raw_manifest_is_refused(string raw, string error) =>
        PolicySet.Create([]).WithRaw(Engine.Kubernetes, raw).Emit(Engine.Kubernetes).Errors().ShouldBe([error]);

    [Test]
    public void What_is_wrong_with_a_raw_manifest_is_said_at_the_line_of_CSharp_and_of_YAML()
    {
        var diagnostic = PolicySet.Create([]).WithRaw(Engine.Kubernetes, Head + "spec:\n  podSelector: {}\n  policyTypes: [ingress]").Emit(Engine.Kubernetes).Diagnostics.ShouldHaveSingleItem();

        diagnostic.Origin.File.ShouldEndWith("KubernetesNativeTests.cs");
        diagnostic.Origin.Line.ShouldBePositive();
        diagnostic.Position.ToString().ShouldBe("line 6, column 17");
    }

    [Test]
    public void A_raw_manifest_takes_part_in_the_clash_of_names() =>
        PolicySet.Of(Web.Named("raw").DenyIngressByDefault()).WithRaw(Engine.Kubernetes, Head + "spec: { podSelector: {}, policyTypes: [Ingress] }")
            .Emit(Engine.Kubernetes).Errors().ShouldHaveSingleItem().ShouldStartWith("PK0002: NetworkPolicy shop/raw is written twice");

    private static TestCaseData Case(string name, string yaml, string error) => new TestCaseData(yaml, error).SetArgDisplayNames(name);
}
