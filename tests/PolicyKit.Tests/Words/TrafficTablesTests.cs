using static PolicyKit.Dsl;
using static PolicyKit.Tests.Emitting.Emitted;

namespace PolicyKit.Tests.Words;

/// <summary>The required traffic of a set as a page for people.</summary>
public sealed class TrafficTablesTests
{
    [Test]
    public void A_policy_is_a_heading_and_a_table_a_direction() => PolicySet.Of(
        Web.AllowIngress(Port.Metrics.At(8083)).Because("Prometheus scrapes").From(Namespace("monitoring").Pods(("app", "prometheus")), Self)
            .AllowIngress(Port.Tcp(8081)).Because("probes").FromKubelet()
            .AllowIngress(Port.Tcp(9443)).From(ApiServer)
            .AllowClusterDns()
            .AllowApiServer()
            .AllowEgress(Port.Https, Port.Any).To(Cidr("10.0.0.0/8").Except("10.1.0.0/16", "10.2.0.0/16"), Cidr("192.0.2.0/24"))
            .AllowEgress(Port.TcpRange(1, 9)).To(Fqdn("*.example.com"), Internet, OutsideCluster, Nodes, ApiServerAt("10.0.0.1/32"), Anywhere, SameNamespace, AnyNamespace, Namespaces("a", "b"), Namespaces(("team", "x"))))
        .ToMarkdown().ShouldBe(
        """
        ### web

        For pods with `app=web` in namespace `shop`.

        | Ingress | From | Because | Selectable by label |
        | --- | --- | --- | --- |
        | 8083/TCP (metrics) | pods `app=prometheus` of namespace `monitoring` | Prometheus scrapes | yes |
        | 8083/TCP (metrics) | its own pods | Prometheus scrapes | yes |
        | 8081/TCP | the kubelet of the pod's node | probes | no |
        | 9443/TCP | the API server |  | no |

        | Egress | To | Because | Selectable by label |
        | --- | --- | --- | --- |
        | DNS, 53/UDP and 53/TCP | the cluster's resolver |  | no |
        | the API server's port | the API server |  | no |
        | 443/TCP, every port | `10.0.0.0/8` without `10.1.0.0/16` and `10.2.0.0/16` |  | no |
        | 443/TCP, every port | `192.0.2.0/24` |  | no |
        | 1-9/TCP | host `*.example.com` |  | no |
        | 1-9/TCP | public addresses |  | no |
        | 1-9/TCP | anything outside the cluster |  | no |
        | 1-9/TCP | nodes |  | no |
        | 1-9/TCP | the API server at `10.0.0.1/32` |  | no |
        | 1-9/TCP | anywhere |  | no |
        | 1-9/TCP | every pod of the same namespace |  | yes |
        | 1-9/TCP | every pod of every namespace |  | yes |
        | 1-9/TCP | every pod of namespaces `a` and `b` |  | yes |
        | 1-9/TCP | every pod of namespaces with `team=x` |  | yes |

        """);

    [Test]
    public void A_direction_that_is_not_governed_and_one_that_allows_nothing_are_told_apart() => PolicySet.Of(Policy.ForAllPods().DenyIngressByDefault()).ToMarkdown().ShouldBe(
        """
        ### all-pods

        For every pod.

        | Ingress | From | Because | Selectable by label |
        | --- | --- | --- | --- |
        | – | nothing |  | – |

        | Egress | To | Because | Selectable by label |
        | --- | --- | --- | --- |
        | – | not governed: as it was |  | – |

        """);

    [Test]
    public void A_rehearsed_policy_and_native_rules_are_named()
    {
        var page = PolicySet.Of(Web.DenyIngressByDefault().Native(Engine.Calico, ingress: "- {action: Allow}")).InMode(RolloutMode.DryRun).ToMarkdown();

        page.ShouldContain("in namespace `shop`, rehearsed only.");
        page.ShouldContain("| – | what the policy adds in the words of calico |  | – |");
    }

    [Test]
    public void A_reason_cannot_break_out_of_its_cell() =>
        PolicySet.Of(Web.AllowIngress(Port.Https).Because("a | b\r\n<script>\\").From(Self)).ToMarkdown().ShouldContain("| a \\| b &lt;script>\\\\ |");

    [Test]
    public void Two_policies_have_a_section_each() =>
        PolicySet.Of(Web.DenyIngressByDefault(), Web.Named("b").DenyIngressByDefault()).ToMarkdown().Split("### ").Length.ShouldBe(3);

    [Test]
    public void Raw_manifests_come_last_each_with_its_engine_and_what_it_selects() => PolicySet.Of(Policy.ForAllPods().DenyIngressByDefault())
        .WithRaw(Engine.Kubernetes, "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: mail, namespace: shop}\nspec: {podSelector: {}}\n---\n" +
            "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: web}\nspec: {podSelector: {matchLabels: {app: web}}}").InMode(RolloutMode.DryRun)
        .WithRaw(Engine.Calico, "apiVersion: projectcalico.org/v3\nkind: NetworkPolicy\nmetadata: {name: hook, namespace: shop}\nspec: {selector: \"app == 'hook' || app == 'job'\"}")
        .ToMarkdown().ShouldEndWith(
        """

        ### Raw manifests

        In an engine's own words, and emitted for that engine alone. What they allow is in their text; it is not read here.

        | Raw manifest | Engine | Selects |
        | --- | --- | --- |
        | NetworkPolicy shop/mail, rehearsed only | kubernetes | every pod in namespace `shop` |
        | NetworkPolicy web, rehearsed only | kubernetes | pods with `app=web` in the namespace it is applied to |
        | NetworkPolicy shop/hook | calico | pods with `app == 'hook' \|\| app == 'job'` in namespace `shop` |

        """);

    [TestCase("networking.k8s.io/v1", "NetworkPolicy", "podSelector: {matchLabels: {app: web}, matchExpressions: [{key: tier, operator: NotIn, values: [edge, api]}, {key: canary, operator: DoesNotExist}]}",
        "pods with `app=web,!canary,tier notin (api,edge)` in namespace `shop`")]
    [TestCase("networking.k8s.io/v1", "NetworkPolicy", "policyTypes: [Ingress]", "–")]
    [TestCase("networking.k8s.io/v1", "NetworkPolicy", "podSelector: {matchLabels: {app: 7}}", "–")]
    [TestCase("networking.k8s.io/v1", "NetworkPolicy", "podSelector: {matchLabels: {app: 'web,db'}}", "–")]
    [TestCase("networking.k8s.io/v1", "NetworkPolicy", "podSelector: {matchLabel: {app: web}}", "–")]
    [TestCase("networking.k8s.io/v1", "NetworkPolicy", "podSelector: {matchExpressions: [{key: app, operator: Gt, values: ['1']}]}", "–")]
    [TestCase("networking.k8s.io/v1", "NetworkPolicy", "podSelector: {matchExpressions: [{key: app, operator: Exists, values: [web]}]}", "–")]
    [TestCase("networking.k8s.io/v1", "NetworkPolicy", "podSelector: {matchExpressions: [{key: app, operator: Exists, values: web}]}", "–")]
    [TestCase("cilium.io/v2", "CiliumNetworkPolicy", "{endpointSelector: {}}\nspecs: []", "–")]
    [TestCase("cilium.io/v2", "CiliumNetworkPolicy", "endpointSelector: {matchLabels: {'k8s:app': web}}", "pods with `app=web` in namespace `shop`")]
    [TestCase("cilium.io/v2", "CiliumNetworkPolicy", "endpointSelector: {matchLabels: {'container:app': web}}", "–")]
    [TestCase("cilium.io/v2", "CiliumClusterwideNetworkPolicy", "endpointSelector: {}", "–")]
    [TestCase("projectcalico.org/v3", "NetworkPolicy", "selector: all()", "every pod in namespace `shop`")]
    [TestCase("projectcalico.org/v3", "NetworkPolicy", "{selector: all(), serviceAccountSelector: has(a)}", "–")]
    [TestCase("projectcalico.org/v3", "NetworkPolicy", "types: [Ingress]", "–")]
    [TestCase("policy.networking.k8s.io/v1alpha2", "ClusterNetworkPolicy", "subject: {namespaces: {}}", "every pod of every namespace")]
    [TestCase("policy.networking.k8s.io/v1alpha2", "ClusterNetworkPolicy", "subject: {pods: {namespaceSelector: {matchLabels: {team: a}}, podSelector: {matchLabels: {app: web}}}}",
        "pods with `app=web` of namespaces with `team=a`")]
    [TestCase("policy.networking.k8s.io/v1alpha2", "ClusterNetworkPolicy", "subject: {pods: {podSelector: {}}}", "–")]
    public void What_a_raw_manifest_selects_is_said_where_its_text_says_so_plainly(string apiVersion, string kind, string spec, string selects) =>
        PolicySet.Of(Web.DenyIngressByDefault()).WithRaw(Engine.Kubernetes, $"apiVersion: {apiVersion}\nkind: {kind}\nmetadata: {{name: x, namespace: shop}}\nspec: {(spec[0] == '{' ? spec : $"{{{spec}}}")}\n")
            .ToMarkdown().ShouldEndWith($"| {kind} shop/x | kubernetes | {selects} |\n");

    [TestCase("kind: [")]
    [TestCase("# nothing")]
    public void A_raw_text_that_is_no_manifest_is_said_to_be_none(string yaml) =>
        PolicySet.Of(Web.DenyIngressByDefault()).WithRaw(Engine.Cilium, yaml).ToMarkdown().ShouldEndWith("| a text that is no manifest | cilium | – |\n");
}
