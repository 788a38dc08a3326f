using PolicyKit.Tests.Emitting;
using static PolicyKit.Dsl;
using static PolicyKit.Tests.Emitting.Emitted;

namespace PolicyKit.Tests.Engines.Cilium;

/// <summary>Each peer in each direction: the YAML it becomes.</summary>
public sealed class CiliumPeersTests
{
    private const string InternetItems = """
        CIDRSet:
          - cidr: 0.0.0.0/0
            except:
            - 0.0.0.0/8
            - 10.0.0.0/8
            - 100.64.0.0/10
            - 127.0.0.0/8
            - 169.254.0.0/16
            - 172.16.0.0/12
            - 192.168.0.0/16
            - 224.0.0.0/4
            - 240.0.0.0/4
          - cidr: 2000::/3
            except:
            - 2001:db8::/32
        """;

    private static IEnumerable<TestCaseData> BothDirections()
    {
        yield return Case(Pods(("app", "db")), """
            Endpoints:
              - matchLabels:
                  k8s:io.kubernetes.pod.namespace: shop
                  k8s:app: db
            """);
        yield return Case(Pods(Key("tier").NotIn("db", "cache")), """
            Endpoints:
              - matchLabels:
                  k8s:io.kubernetes.pod.namespace: shop
                matchExpressions:
                - key: k8s:tier
                  operator: NotIn
                  values:
                  - cache
                  - db
            """);
        yield return Case(SameNamespace, """
            Endpoints:
              - matchLabels:
                  k8s:io.kubernetes.pod.namespace: shop
            """);
        yield return Case(Self, """
            Endpoints:
              - matchLabels:
                  k8s:io.kubernetes.pod.namespace: shop
                  k8s:app: web
            """);
        yield return Case(Namespace("a"), """
            Endpoints:
              - matchLabels:
                  k8s:io.kubernetes.pod.namespace: a
            """);
        yield return Case(Namespace("a").Pods(("app", "db")), """
            Endpoints:
              - matchLabels:
                  k8s:io.kubernetes.pod.namespace: a
                  k8s:app: db
            """);
        yield return Case(Namespaces("b", "a"), """
            Endpoints:
              - matchExpressions:
                - key: k8s:io.kubernetes.pod.namespace
                  operator: In
                  values:
                  - a
                  - b
            """);
        yield return Case(Namespaces(("team", "blue")).Pods(("app", "db")), """
            Endpoints:
              - matchLabels:
                  k8s:io.cilium.k8s.namespace.labels.team: blue
                  k8s:app: db
                matchExpressions:
                - key: k8s:io.kubernetes.pod.namespace
                  operator: Exists
            """);
        yield return Case(Namespaces(Key("kubernetes.io/metadata.name").NotIn("kube-system")), """
            Endpoints:
              - matchExpressions:
                - key: k8s:io.kubernetes.pod.namespace
                  operator: NotIn
                  values:
                  - kube-system
                - key: k8s:io.kubernetes.pod.namespace
                  operator: Exists
            """);
        yield return Case(AnyNamespace, """
            Endpoints:
              - matchExpressions:
                - key: k8s:io.kubernetes.pod.namespace
                  operator: Exists
            """);
        yield return Case(AnyNamespace.Pods(Key("app").DoesNotExist()), """
            Endpoints:
              - matchExpressions:
                - key: k8s:io.kubernetes.pod.namespace
                  operator: Exists
                - key: k8s:app
                  operator: DoesNotExist
            """);
        yield return Case(Cidr("203.0.113.0/24"), """
            CIDRSet:
              - cidr: 203.0.113.0/24
            """);
        yield return Case(Cidr("203.0.0.0/16").Except("203.0.113.0/24"), """
            CIDRSet:
              - cidr: 203.0.0.0/16
                except:
                - 203.0.113.0/24
            """);
        yield return Case(Anywhere, """
            Entities:
              - all
            """);
        yield return Case(OutsideCluster, """
            Entities:
              - world
            """);
        yield return Case(Nodes, """
            Entities:
              - host
              - remote-node
            """);
        yield return Case(Internet, InternetItems);
    }

    [TestCaseSource(nameof(BothDirections))]
    public void A_peer_is_written_on_ingress(Peer peer, string expected) =>
        Web.AllowIngress(Port.Https).From(peer).Emit(Engine.Cilium, Known).Part("spec.ingress").ShouldBe(Rule("from", expected));

    [TestCaseSource(nameof(BothDirections))]
    public void A_peer_is_written_on_egress(Peer peer, string expected) =>
        Web.AllowEgress(Port.Https).To(peer).Emit(Engine.Cilium, Known).Part("spec.egress").ShouldBe(Rule("to", expected));

    [TestCase("203.0.113.7/32")]
    [TestCase("2001:db8::7/128")]
    public void The_API_server_on_egress_is_the_entity_wherever_it_is(string address)
    {
        const string expected = """
            - toEntities:
              - kube-apiserver
              toPorts:
              - ports:
                - port: "6443"
                  protocol: TCP

            """;
        Web.AllowApiServer().Emit(Engine.Cilium, Known).Part("spec.egress").ShouldBe(expected);
        Web.AllowEgress(Port.ApiServer).To(ApiServerAt(address)).Emit(Engine.Cilium, Known).Part("spec.egress").ShouldBe(expected);
    }

    [Test]
    public void The_API_server_needs_no_address_and_both_usual_ports_where_the_profile_knows_nothing() =>
        Web.AllowApiServer().Emit(Engine.Cilium).Part("spec.egress").ShouldBe("""
            - toEntities:
              - kube-apiserver
              toPorts:
              - ports:
                - port: "443"
                  protocol: TCP
                - port: "6443"
                  protocol: TCP

            """);

    private static IEnumerable<TestCaseData> Sources()
    {
        yield return new TestCaseData(ApiServerSources.Endpoints, Rule("from", "Entities:\n  - kube-apiserver")).SetArgDisplayNames("endpoints");
        yield return new TestCaseData(ApiServerSources.Nodes, Rule("from", "Entities:\n  - host\n  - remote-node")).SetArgDisplayNames("nodes");
        yield return new TestCaseData(ApiServerSources.Anywhere, Rule("from", "Entities:\n  - all")).SetArgDisplayNames("anywhere");
        yield return new TestCaseData(new ApiServerSources.FromNetworks(Blocks("10.0.0.0/28")), Rule("from", "CIDRSet:\n  - cidr: 10.0.0.0/28")).SetArgDisplayNames("networks");
        yield return new TestCaseData(
            new ApiServerSources.FromPods("kube-system", LabelSelector.Of(("k8s-app", "konnectivity-agent"))),
            Rule("from", "Endpoints:\n  - matchLabels:\n      k8s:io.kubernetes.pod.namespace: kube-system\n      k8s:k8s-app: konnectivity-agent")).SetArgDisplayNames("pods");
    }

    [TestCaseSource(nameof(Sources))]
    public void Calls_of_the_API_server_come_from_where_the_profile_says(ApiServerSources sources, string expected) =>
        Web.AllowIngress(Port.Https).From(ApiServer).Emit(Engine.Cilium, Known with { ApiServer = new() { Sources = sources } }).Part("spec.ingress").ShouldBe(expected);

    [Test]
    public void The_kubelet_is_the_host() =>
        Web.AllowIngress(Port.Https).FromKubelet().Emit(Engine.Cilium).Part("spec.ingress").ShouldBe(Rule("from", "Entities:\n  - host"));

    [Test]
    public void Each_kind_of_peer_has_a_rule_of_its_own_with_the_ports_repeated() =>
        Web.AllowEgress(Port.Https).To(Namespace("a"), Namespace("b"), Nodes, OutsideCluster, Cidr("10.0.0.0/8"), Cidr("192.168.0.0/16")).Emit(Engine.Cilium).Part("spec.egress").ShouldBe(
            Rule("to", "Endpoints:\n  - matchLabels:\n      k8s:io.kubernetes.pod.namespace: a\n  - matchLabels:\n      k8s:io.kubernetes.pod.namespace: b")
            + Rule("to", "Entities:\n  - host\n  - remote-node\n  - world")
            + Rule("to", "CIDRSet:\n  - cidr: 10.0.0.0/8\n  - cidr: 192.168.0.0/16"));

    [Test]
    public void Anywhere_beside_others_is_anywhere() =>
        Web.AllowEgress(Port.Https).To(Namespace("a"), Anywhere, Cidr("10.0.0.0/8")).Emit(Engine.Cilium).Part("spec.egress").ShouldBe(Rule("to", "Entities:\n  - all"));

    [Test]
    public void A_network_that_is_everything_is_written_in_parts_for_the_version_that_loses_its_holes() =>
        Web.AllowEgress(Port.Https).To(Cidr("0.0.0.0/0").Except("128.0.0.0/1")).Emit(Engine.Cilium, new() { Cilium = new() { Version = new(1, 20) } })
            .Part("spec.egress").ShouldBe(Rule("to", "CIDRSet:\n  - cidr: 0.0.0.0/1"));

    private static TestCaseData Case(Peer peer, string items) => new TestCaseData(peer, items).SetArgDisplayNames(peer.ToString());

    private static string Rule(string side, string member) => $"- {side}{member}\n  toPorts:\n  - ports:\n    - port: \"443\"\n      protocol: TCP\n";
}
