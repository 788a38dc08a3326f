using PolicyKit.Tests.Emitting;
using static PolicyKit.Dsl;
using static PolicyKit.Tests.Emitting.Emitted;

namespace PolicyKit.Tests.Engines.Kubernetes;

/// <summary>Each peer in each direction: the YAML it becomes.</summary>
public sealed class KubernetesPeersTests
{
    private const string InternetItems = """
        - ipBlock:
            cidr: 0.0.0.0/0
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
        - ipBlock:
            cidr: 2000::/3
            except:
            - 2001:db8::/32
        """;

    private const string OutsideItems = """
        - ipBlock:
            cidr: 0.0.0.0/0
            except:
            - 10.96.0.0/12
            - 10.244.0.0/16
            - 172.18.0.0/24
        - ipBlock:
            cidr: "::/0"
            except:
            - fd00:10::/56
            - fd00:18::/64
        """;

    private const string NodeItems = """
        - ipBlock:
            cidr: 10.244.255.0/24
        - ipBlock:
            cidr: 172.18.0.0/24
        - ipBlock:
            cidr: fd00:18::/64
        """;

    private static IEnumerable<TestCaseData> BothDirections()
    {
        yield return Case(Pods(("app", "db")), """
            - podSelector:
                matchLabels:
                  app: db
            """);
        yield return Case(Pods(Key("tier").NotIn("db", "cache")), """
            - podSelector:
                matchExpressions:
                - key: tier
                  operator: NotIn
                  values:
                  - cache
                  - db
            """);
        yield return Case(SameNamespace, """
            - podSelector: {}
            """);
        yield return Case(Self, """
            - podSelector:
                matchLabels:
                  app: web
            """);
        yield return Case(Namespace("y"), """
            - namespaceSelector:
                matchLabels:
                  kubernetes.io/metadata.name: "y"
            """);
        yield return Case(Namespace("monitoring").Pods(("app", "prometheus")), """
            - namespaceSelector:
                matchLabels:
                  kubernetes.io/metadata.name: monitoring
              podSelector:
                matchLabels:
                  app: prometheus
            """);
        yield return Case(Namespaces("b", "a"), """
            - namespaceSelector:
                matchExpressions:
                - key: kubernetes.io/metadata.name
                  operator: In
                  values:
                  - a
                  - b
            """);
        yield return Case(Namespaces(("team", "edge")).Pods(Key("canary").DoesNotExist()), """
            - namespaceSelector:
                matchLabels:
                  team: edge
              podSelector:
                matchExpressions:
                - key: canary
                  operator: DoesNotExist
            """);
        yield return Case(AnyNamespace, """
            - namespaceSelector: {}
            """);
        yield return Case(AnyNamespace.Pods(("app", "prometheus")), """
            - namespaceSelector: {}
              podSelector:
                matchLabels:
                  app: prometheus
            """);
        yield return Case(Cidr("10.0.0.0/8").Except("10.96.0.0/12", "10.1.0.0/16"), """
            - ipBlock:
                cidr: 10.0.0.0/8
                except:
                - 10.1.0.0/16
                - 10.96.0.0/12
            """);
        yield return Case(Cidr("2001:DB8::/32"), """
            - ipBlock:
                cidr: 2001:db8::/32
            """);
        yield return Case(Internet, InternetItems);
        yield return Case(OutsideCluster, OutsideItems);
        yield return Case(Nodes, NodeItems);
    }

    [TestCaseSource(nameof(BothDirections))]
    public void A_peer_becomes_the_same_items_in_both_directions(Peer peer, string items)
    {
        Web.AllowIngress(Port.Tcp(80)).From(peer).Emit(Engine.Kubernetes, Known).Part("spec.ingress").ShouldBe(Rule("from", items));
        Web.AllowEgress(Port.Tcp(80)).To(peer).Emit(Engine.Kubernetes, Known).Part("spec.egress").ShouldBe(Rule("to", items));
    }

    [Test]
    public void Anywhere_is_a_rule_without_peers_and_swallows_the_others()
    {
        Web.AllowIngress(Port.Tcp(80)).From(Anywhere, Namespace("a")).Emit(Engine.Kubernetes).Part("spec.ingress").ShouldBe("- ports:\n  - port: 80\n    protocol: TCP\n");
        Web.AllowEgress(Port.Any).ToAnywhere().Emit(Engine.Kubernetes).Part("spec.egress").ShouldBe("- {}\n");
    }

    [Test]
    public void The_kubelet_alone_leaves_a_governed_direction_without_rules() =>
        Web.AllowIngress(Port.Probe).FromKubelet().Emit(Engine.Kubernetes).Part("spec").ShouldBe("""
            podSelector:
              matchLabels:
                app: web
            policyTypes:
            - Ingress

            """);

    [Test]
    public void The_API_server_is_its_endpoints_on_their_port_and_its_Service_on_443()
    {
        var profile = Known with { ApiServer = Known.ApiServer with { Service = CidrBlock.Parse("10.96.0.1/32") } };

        Web.AllowApiServer().Emit(Engine.Kubernetes, profile).Part("spec.egress").ShouldBe("""
            - to:
              - ipBlock:
                  cidr: 10.0.0.1/32
              ports:
              - port: 6443
                protocol: TCP
            - to:
              - ipBlock:
                  cidr: 10.96.0.1/32
              ports:
              - port: 443
                protocol: TCP

            """);
    }

    [Test]
    public void Without_ports_in_the_profile_both_usual_ports_of_the_API_server_are_open() =>
        Web.AllowEgress(Port.ApiServer).To(ApiServerAt("10.0.0.2/32", "10.0.0.1/32")).Emit(Engine.Kubernetes, new() { ApiServer = new() { OnNodes = false } })
            .Part("spec.egress").ShouldBe("""
            - to:
              - ipBlock:
                  cidr: 10.0.0.1/32
              - ipBlock:
                  cidr: 10.0.0.2/32
              ports:
              - port: 443
                protocol: TCP
              - port: 6443
                protocol: TCP

            """);

    [Test]
    public void Other_ports_toward_the_API_server_stay_as_written_and_leave_its_Service_alone()
    {
        var profile = Known with { ApiServer = Known.ApiServer with { Service = CidrBlock.Parse("10.96.0.1/32") } };

        Web.AllowEgress(Port.Https).To(ApiServer).Emit(Engine.Kubernetes, profile).Part("spec.egress").ShouldBe("""
            - to:
              - ipBlock:
                  cidr: 10.0.0.1/32
              ports:
              - port: 443
                protocol: TCP

            """);
    }

    private static IEnumerable<TestCaseData> Sources()
    {
        yield return new TestCaseData(ApiServerSources.Endpoints, "from:\n  - ipBlock:\n      cidr: 10.0.0.1/32");
        yield return new TestCaseData(ApiServerSources.Nodes, "from:\n" + Indented(NodeItems));
        yield return new TestCaseData(ApiServerSources.Anywhere, null);
        yield return new TestCaseData(new ApiServerSources.FromPods("kube-system", LabelSelector.Of(("k8s-app", "konnectivity-agent"))),
            "from:\n  - namespaceSelector:\n      matchLabels:\n        kubernetes.io/metadata.name: kube-system\n    podSelector:\n      matchLabels:\n        k8s-app: konnectivity-agent");
        yield return new TestCaseData(new ApiServerSources.FromNetworks(Blocks("172.16.0.0/28")), "from:\n  - ipBlock:\n      cidr: 172.16.0.0/28");
    }

    [TestCaseSource(nameof(Sources))]
    public void Calls_of_the_API_server_come_from_where_the_profile_says(ApiServerSources sources, string? from)
    {
        var profile = Known with { ApiServer = Known.ApiServer with { Sources = sources } };
        var ports = "ports:\n  - port: 9443\n    protocol: TCP\n";

        Web.AllowIngress(Port.Tcp(9443)).From(ApiServer).Emit(Engine.Kubernetes, profile).Part("spec.ingress")
            .ShouldBe(from is null ? $"- {ports}" : $"- {from}\n  {ports}");
    }

    [Test]
    public void The_resolver_is_its_pods_on_their_own_port_and_its_addresses_on_53()
    {
        var profile = Known with { Dns = new() { Namespace = "openshift-dns", PodLabels = LabelSelector.Of(("dns", "default")), Port = 5353, Addresses = Blocks("169.254.20.10/32") } };

        Web.AllowClusterDns().Emit(Engine.Kubernetes, profile).Part("spec.egress").ShouldBe("""
            - to:
              - ipBlock:
                  cidr: 169.254.20.10/32
              ports:
              - port: 53
                protocol: TCP
              - port: 53
                protocol: UDP
            - to:
              - namespaceSelector:
                  matchLabels:
                    kubernetes.io/metadata.name: openshift-dns
                podSelector:
                  matchLabels:
                    dns: default
              ports:
              - port: 5353
                protocol: TCP
              - port: 5353
                protocol: UDP

            """);
    }

    private static TestCaseData Case(Peer peer, string items) => new TestCaseData(peer, items).SetArgDisplayNames(peer.ToString());

    private static string Rule(string key, string items) => $"- {key}:\n{Indented(items)}\n  ports:\n  - port: 80\n    protocol: TCP\n";

    private static string Indented(string items) => string.Join('\n', items.Split('\n').Select(line => "  " + line));
}
