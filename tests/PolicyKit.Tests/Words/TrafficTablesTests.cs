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
    public void A_raw_manifest_has_no_table_and_two_policies_have_one_each() =>
        PolicySet.Of(Web.DenyIngressByDefault(), Web.Named("b").DenyIngressByDefault()).ToMarkdown().Split("### ").Length.ShouldBe(3);
}
