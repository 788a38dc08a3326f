using PolicyKit.Manifests;
using static PolicyKit.Dsl;
using static PolicyKit.Tests.Emitting.Emitted;
using static PolicyKit.Tests.Engines.ClusterNetworkPolicy.Objects;

namespace PolicyKit.Tests.Engines.ClusterNetworkPolicy;

/// <summary>Each peer in each direction: the YAML it becomes.</summary>
public sealed class ClusterNetworkPolicyPeersTests
{
    private const string Konnectivity = """
        - pods:
            namespaceSelector:
              matchLabels:
                kubernetes.io/metadata.name: kube-system
            podSelector:
              matchLabels:
                k8s-app: konnectivity-agent
        """;

    private static IEnumerable<TestCaseData> PodPeers()
    {
        yield return Case(Pods(("app", "db")), """
            - pods:
                namespaceSelector:
                  matchLabels:
                    kubernetes.io/metadata.name: shop
                podSelector:
                  matchLabels:
                    app: db
            """);
        yield return Case(SameNamespace, """
            - namespaces:
                matchLabels:
                  kubernetes.io/metadata.name: shop
            """);
        yield return Case(Self, """
            - pods:
                namespaceSelector:
                  matchLabels:
                    kubernetes.io/metadata.name: shop
                podSelector:
                  matchLabels:
                    app: web
            """);
        yield return Case(Namespace("edge"), """
            - namespaces:
                matchLabels:
                  kubernetes.io/metadata.name: edge
            """);
        yield return Case(Namespace("monitoring").Pods(Key("tier").NotIn("db")), """
            - pods:
                namespaceSelector:
                  matchLabels:
                    kubernetes.io/metadata.name: monitoring
                podSelector:
                  matchExpressions:
                  - key: tier
                    operator: NotIn
                    values:
                    - db
            """);
        yield return Case(Namespaces("b", "a"), """
            - namespaces:
                matchExpressions:
                - key: kubernetes.io/metadata.name
                  operator: In
                  values:
                  - a
                  - b
            """);
        yield return Case(Namespaces(("team", "edge")), """
            - namespaces:
                matchLabels:
                  team: edge
            """);
        yield return Case(Namespaces(("team", "edge")).Pods(Key("canary").DoesNotExist()), """
            - pods:
                namespaceSelector:
                  matchLabels:
                    team: edge
                podSelector:
                  matchExpressions:
                  - key: canary
                    operator: DoesNotExist
            """);
        yield return Case(AnyNamespace, """
            - namespaces: {}
            """);
        yield return Case(AnyNamespace.Pods(("app", "prometheus")), """
            - pods:
                namespaceSelector: {}
                podSelector:
                  matchLabels:
                    app: prometheus
            """);
    }

    [TestCaseSource(nameof(PodPeers))]
    public void A_pod_peer_becomes_the_same_items_in_both_directions(Peer peer, string items)
    {
        Web.AllowIngress(Port.Tcp(80)).From(peer).Emit().Part("allow.shop.web", "ingress").ShouldBe(Rule("from", items));
        Web.AllowEgress(Port.Tcp(80)).To(peer).Emit().Part("allow.shop.web", "egress").ShouldBe(Rule("to", items));
    }

    private static IEnumerable<TestCaseData> Destinations()
    {
        yield return Case(Cidr("203.0.113.0/24"), "- networks:\n  - 203.0.113.0/24");
        yield return Case(Cidr("10.0.0.0/8").Except("10.128.0.0/9", "10.0.0.0/10"), "- networks:\n  - 10.64.0.0/10");
        yield return Case(Nodes, """
            - networks:
              - 10.244.255.0/24
              - 172.18.0.0/24
              - fd00:18::/64
            """);
        yield return Case(ApiServer, "- networks:\n  - 10.0.0.1/32");
        yield return Case(ApiServerAt("10.0.0.3/32", "10.0.0.2/32"), "- networks:\n  - 10.0.0.2/32\n  - 10.0.0.3/32");
        yield return Case(Anywhere, "- namespaces: {}\n- networks:\n  - 0.0.0.0/0\n  - \"::/0\"");
    }

    [TestCaseSource(nameof(Destinations))]
    public void A_destination_that_is_no_pod_becomes_networks(EgressPeer peer, string items) =>
        Web.AllowEgress(Port.Tcp(80)).To(peer).Emit().Part("allow.shop.web", "egress").ShouldBe(Rule("to", items));

    [Test]
    public void The_internet_is_eighty_networks_in_four_peers()
    {
        var rule = Web.AllowEgress(Port.Https).To(Internet).Emit().Rules("allow", "egress").ShouldHaveSingleItem();

        Networks(rule).Select(list => list.Count).ShouldBe([25, 25, 25, 5]);
        CidrBlock.Merge(Networks(rule).SelectMany(list => list)).ShouldBe(CidrBlock.Merge(
            [.. SpecialPurposeNetworks.AllV4.Subtract(SpecialPurposeNetworks.V4), .. SpecialPurposeNetworks.PublicV6.Subtract(SpecialPurposeNetworks.V6)]));
    }

    [Test]
    public void Outside_the_cluster_is_everything_without_pods_Services_nodes_and_tunnels()
    {
        var written = Networks(Web.AllowEgress(Port.Https).To(OutsideCluster).Emit().Rules("allow", "egress").ShouldHaveSingleItem()).SelectMany(list => list).ToArray();
        var inside = Blocks("10.244.0.0/16", "10.96.0.0/12", "172.18.0.0/24", "fd00:10::/56", "fd00:18::/64");

        inside.ShouldAllBe(block => !written.Any(block.Overlaps));
        CidrBlock.Merge([.. written, .. inside]).ShouldBe([SpecialPurposeNetworks.AllV4, SpecialPurposeNetworks.AllV6]);
    }

    [Test]
    public void On_the_experimental_channel_nodes_and_host_names_have_words_of_their_own() =>
        Web.AllowEgress(Port.Https).To(Nodes, Fqdn("b.example.com"), Fqdn("**.example.org"), Fqdn("*.example.org"), Cidr("203.0.113.0/24"), Namespace("edge")).Emit(Experimental)
            .Part("allow.shop.web", "egress").ShouldEndWith("""
            - action: Accept
              to:
              - namespaces:
                  matchLabels:
                    kubernetes.io/metadata.name: edge
              - networks:
                - 203.0.113.0/24
              - nodes: {}
              - domainNames:
                - "*.example.org"
                - b.example.com
              protocols:
              - tcp:
                  destinationPort:
                    number: 443

            """);

    [Test]
    public void A_host_name_brings_the_resolver() =>
        Web.AllowEgress(Port.Https).To(Fqdn("api.example.com")).Emit(Experimental).Part("allow.shop.web", "egress").ShouldStartWith("""
            - action: Accept
              to:
              - pods:
                  namespaceSelector:
                    matchLabels:
                      kubernetes.io/metadata.name: kube-system
                  podSelector:
                    matchLabels:
                      k8s-app: kube-dns
              protocols:
              - tcp:
                  destinationPort:
                    number: 53
              - udp:
                  destinationPort:
                    number: 53
            """);

    [Test]
    public void Anywhere_swallows_the_other_peers_of_its_rule_and_has_nodes_on_the_experimental_channel()
    {
        Web.AllowIngress(Port.Tcp(80)).From(Anywhere, Cidr("10.0.0.0/8"), Namespace("edge")).Emit().Part("allow.shop.web", "ingress").ShouldBe(Rule("from", "- namespaces: {}"));
        Web.AllowEgress(Port.Tcp(80)).To(Anywhere, Nodes).Emit(Experimental).Part("allow.shop.web", "egress")
            .ShouldBe(Rule("to", "- namespaces: {}\n- networks:\n  - 0.0.0.0/0\n  - \"::/0\"\n- nodes: {}"));
    }

    private static IEnumerable<Peer> Unwritten() => [Cidr("203.0.113.0/24"), Internet, OutsideCluster, Nodes];

    [TestCaseSource(nameof(Unwritten))]
    public void Sources_that_are_no_pods_leave_their_rule_out_and_the_direction_governed(Peer peer)
    {
        var emitted = Web.AllowIngress(Port.Tcp(80)).From(peer).Emit();

        emitted.Layers().ShouldBe(["deny.shop.web Baseline 1000"]);
        emitted.Part("deny.shop.web", "ingress").ShouldBe("- action: Deny\n  from:\n  - namespaces: {}\n");
    }

    [TestCaseSource(nameof(Unwritten))]
    public void Sources_that_are_no_pods_leave_the_pods_beside_them(Peer peer) =>
        Web.AllowIngress(Port.Tcp(80)).From(peer, Namespace("edge")).Emit().Part("allow.shop.web", "ingress")
            .ShouldBe(Rule("from", "- namespaces:\n    matchLabels:\n      kubernetes.io/metadata.name: edge"));

    [Test]
    public void The_kubelet_alone_leaves_the_deny_layer() =>
        Web.AllowIngress(Port.Probe).FromKubelet().Emit().Layers().ShouldBe(["deny.shop.web Baseline 1000"]);

    private static IEnumerable<TestCaseData> Sources()
    {
        yield return new TestCaseData(ApiServerSources.Endpoints, null);
        yield return new TestCaseData(ApiServerSources.Nodes, null);
        yield return new TestCaseData(new ApiServerSources.FromNetworks(Blocks("172.16.0.0/28")), null);
        yield return new TestCaseData(ApiServerSources.Anywhere, "- namespaces: {}");
        yield return new TestCaseData(new ApiServerSources.FromPods("kube-system", LabelSelector.Of(("k8s-app", "konnectivity-agent"))), Konnectivity);
    }

    [TestCaseSource(nameof(Sources))]
    public void Calls_of_the_API_server_are_written_where_they_come_from_pods(ApiServerSources sources, string? items)
    {
        var emitted = Web.AllowIngress(Port.Tcp(80)).From(ApiServer).Emit(Known with { ApiServer = Known.ApiServer with { Sources = sources } });

        if (items is null) emitted.Layers().ShouldBe(["deny.shop.web Baseline 1000"]);
        else emitted.Part("allow.shop.web", "ingress").ShouldBe(Rule("from", items));
    }

    [Test]
    public void The_API_server_is_its_endpoints_on_their_port_and_its_Service_on_443() =>
        Web.AllowApiServer().Emit(Known with { ApiServer = Known.ApiServer with { Service = CidrBlock.Parse("10.96.0.1/32") } }).Part("allow.shop.web", "egress").ShouldBe("""
            - action: Accept
              to:
              - networks:
                - 10.0.0.1/32
              protocols:
              - tcp:
                  destinationPort:
                    number: 6443
            - action: Accept
              to:
              - networks:
                - 10.96.0.1/32
              protocols:
              - tcp:
                  destinationPort:
                    number: 443

            """);

    [Test]
    public void The_resolver_is_its_pods_on_their_own_port_and_its_addresses_on_53()
    {
        var profile = Known with { Dns = new() { Namespace = "openshift-dns", PodLabels = LabelSelector.Of(("dns", "default")), Port = 5353, Addresses = Blocks("169.254.20.10/32") } };
        var rules = Web.AllowClusterDns().Emit(profile).Rules("allow", "egress");

        Networks(rules[0]).ShouldHaveSingleItem().ShouldBe(Blocks("169.254.20.10/32"));
        YamlWriter.ToText(rules[1]).ShouldBe("""
            ---
            action: Accept
            to:
            - pods:
                namespaceSelector:
                  matchLabels:
                    kubernetes.io/metadata.name: openshift-dns
                podSelector:
                  matchLabels:
                    dns: default
            protocols:
            - tcp:
                destinationPort:
                  number: 5353
            - udp:
                destinationPort:
                  number: 5353

            """);
    }

    private static List<ValueArray<CidrBlock>> Networks(ManifestMap rule) =>
    [
        .. ((ManifestList)rule["to"]!).Cast<ManifestMap>().Select(peer =>
            ((ManifestList)peer["networks"]!).Cast<ManifestText>().Select(text => CidrBlock.Parse(text.Value)).ToValueArray()),
    ];

    private static TestCaseData Case(EgressPeer peer, string items) => new TestCaseData(peer, items).SetArgDisplayNames(peer.ToString());

    private static string Rule(string key, string items) =>
        $"- action: Accept\n  {key}:\n{Indented(items)}\n  protocols:\n  - tcp:\n      destinationPort:\n        number: 80\n";

    private static string Indented(string items) => string.Join('\n', items.Split('\n').Select(line => "  " + line));
}
