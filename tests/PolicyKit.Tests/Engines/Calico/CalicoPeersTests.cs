using PolicyKit.Tests.Emitting;
using static PolicyKit.Dsl;
using static PolicyKit.Tests.Emitting.Emitted;

namespace PolicyKit.Tests.Engines.Calico;

/// <summary>Each peer in each direction: the rules it becomes.</summary>
public sealed class CalicoPeersTests
{
    private const string V4Outside = "nets:\n- 0.0.0.0/0\nnotNets:\n- 10.96.0.0/12\n- 10.244.0.0/16\n- 172.18.0.0/24";
    private const string V6Outside = "nets:\n- \"::/0\"\nnotNets:\n- fd00:10::/56\n- fd00:18::/64";
    private const string V4Nodes = "nets:\n- 10.244.255.0/24\n- 172.18.0.0/24";
    private const string V6Nodes = "nets:\n- fd00:18::/64";
    private const string V4Internet =
        "nets:\n- 0.0.0.0/0\nnotNets:\n- 0.0.0.0/8\n- 10.0.0.0/8\n- 100.64.0.0/10\n- 127.0.0.0/8\n- 169.254.0.0/16\n- 172.16.0.0/12\n- 192.168.0.0/16\n- 224.0.0.0/4\n- 240.0.0.0/4";

    private static IEnumerable<TestCaseData> BothDirections()
    {
        yield return Case(Pods(("app", "db")), "selector: projectcalico.org/orchestrator == 'k8s' && app == 'db'");
        yield return Case(Pods(Key("tier").NotIn("db", "cache")), "selector: projectcalico.org/orchestrator == 'k8s' && tier not in {'cache', 'db'}");
        yield return Case(SameNamespace, "selector: projectcalico.org/orchestrator == 'k8s'");
        yield return Case(Self, "selector: projectcalico.org/orchestrator == 'k8s' && app == 'web'");
        yield return Case(Namespace("y"), "selector: projectcalico.org/orchestrator == 'k8s'\nnamespaceSelector: projectcalico.org/name == 'y'");
        yield return Case(
            Namespace("monitoring").Pods(("app", "prometheus")),
            "selector: projectcalico.org/orchestrator == 'k8s' && app == 'prometheus'\nnamespaceSelector: projectcalico.org/name == 'monitoring'");
        yield return Case(Namespaces("b", "a"), "selector: projectcalico.org/orchestrator == 'k8s'\nnamespaceSelector: projectcalico.org/name in {'a', 'b'}");
        yield return Case(
            Namespaces(("team", "edge")).Pods(Key("canary").DoesNotExist()),
            "selector: projectcalico.org/orchestrator == 'k8s' && !has(canary)\nnamespaceSelector: team == 'edge'");
        yield return Case(Namespaces(Key("env").NotIn("prod")), "selector: projectcalico.org/orchestrator == 'k8s'\nnamespaceSelector: env not in {'prod'}");
        yield return Case(AnyNamespace, "selector: projectcalico.org/orchestrator == 'k8s'\nnamespaceSelector: all()");
        yield return Case(AnyNamespace.Pods(("app", "prometheus")), "selector: projectcalico.org/orchestrator == 'k8s' && app == 'prometheus'\nnamespaceSelector: all()");
        yield return Case(Cidr("10.0.0.0/8").Except("10.96.0.0/12", "10.1.0.0/16"), "nets:\n- 10.0.0.0/8\nnotNets:\n- 10.1.0.0/16\n- 10.96.0.0/12");
        yield return Case(Cidr("2001:DB8::/32"), "nets:\n- 2001:db8::/32");
        yield return Case(Cidr("0.0.0.0/0"), "nets:\n- 0.0.0.0/0");
        yield return Case(Internet, V4Internet, "nets:\n- 2000::/3\nnotNets:\n- 2001:db8::/32");
        yield return Case(OutsideCluster, V4Outside, V6Outside);
        yield return Case(Nodes, V4Nodes, V6Nodes);
    }

    [TestCaseSource(nameof(BothDirections))]
    public void A_peer_becomes_the_same_matches_in_both_directions(Peer peer, string[] matches)
    {
        Web.AllowIngress(Port.Tcp(80)).From(peer).Emit(Engine.Calico, Known).Part("spec.ingress").ShouldBe(string.Concat(matches.Select(
            match => $"- action: Allow\n  protocol: TCP\n  source:\n{Indented(match)}\n  destination:\n    ports:\n    - 80\n")));
        Web.AllowEgress(Port.Tcp(80)).To(peer).Emit(Engine.Calico, Known).Part("spec.egress").ShouldBe(string.Concat(matches.Select(
            match => $"- action: Allow\n  protocol: TCP\n  destination:\n{Indented(match)}\n    ports:\n    - 80\n")));
    }

    [Test]
    public void Anywhere_is_a_rule_without_a_match_and_swallows_the_others()
    {
        Web.AllowIngress(Port.Tcp(80)).From(Anywhere, Namespace("a")).Emit(Engine.Calico).Part("spec.ingress")
            .ShouldBe("- action: Allow\n  protocol: TCP\n  destination:\n    ports:\n    - 80\n");
        Web.AllowEgress(Port.Any).ToAnywhere().Emit(Engine.Calico).Part("spec.egress").ShouldBe("- action: Allow\n");
    }

    [Test]
    public void The_kubelet_alone_leaves_a_governed_direction_without_rules() =>
        Web.AllowIngress(Port.Probe).FromKubelet().Emit(Engine.Calico).Part("spec").ShouldBe("order: 1000\nselector: app == 'web'\ntypes:\n- Ingress\n");

    [Test]
    public void Networks_of_one_rule_share_a_list_a_family_sorted_and_without_repetition() =>
        Web.AllowEgress(Port.Tcp(80)).To(Cidr("2001:db8::/32"), Cidr("10.2.0.0/16"), Cidr("10.1.0.0/16"), ApiServerAt("10.2.0.0/16")).Emit(Engine.Calico)
            .Part("spec.egress").ShouldBe("""
            - action: Allow
              protocol: TCP
              destination:
                nets:
                - 10.1.0.0/16
                - 10.2.0.0/16
                ports:
                - 80
            - action: Allow
              protocol: TCP
              destination:
                nets:
                - 2001:db8::/32
                ports:
                - 80

            """);

    [Test]
    public void A_cluster_that_has_every_address_of_a_family_has_no_outside_in_it()
    {
        var profile = Known with { Networks = Known.Networks with { Pods = Blocks("10.0.0.0/8", "::/0") } };

        Web.AllowEgress(Port.Any).To(OutsideCluster).Emit(Engine.Calico, profile).Part("spec.egress")
            .ShouldBe("- action: Allow\n  destination:\n    nets:\n    - 0.0.0.0/0\n    notNets:\n    - 10.0.0.0/8\n    - 172.18.0.0/24\n");
    }

    [Test]
    public void The_API_server_is_its_Service_which_knows_its_ports() =>
        Web.AllowApiServer().Emit(Engine.Calico).Part("spec.egress").ShouldBe("""
            - action: Allow
              protocol: TCP
              destination:
                services:
                  name: kubernetes
                  namespace: default

            """);

    [Test]
    public void Addresses_given_for_the_API_server_are_written_with_their_ports() =>
        Web.AllowEgress(Port.ApiServer).To(ApiServerAt("10.0.0.2/32", "10.0.0.1/32")).Emit(Engine.Calico).Part("spec.egress").ShouldBe("""
            - action: Allow
              protocol: TCP
              destination:
                nets:
                - 10.0.0.1/32
                - 10.0.0.2/32
                ports:
                - 443
                - 6443

            """);

    [Test]
    public void Other_ports_toward_the_API_server_are_not_widened_to_those_of_its_Service() =>
        Web.AllowEgress(Port.Https).To(ApiServer).Emit(Engine.Calico, Known).Part("spec.egress")
            .ShouldBe("- action: Allow\n  protocol: TCP\n  destination:\n    nets:\n    - 10.0.0.1/32\n    ports:\n    - 443\n");

    private static IEnumerable<TestCaseData> Sources()
    {
        yield return new TestCaseData(ApiServerSources.Endpoints, new[] { "services:\n  name: kubernetes\n  namespace: default" });
        yield return new TestCaseData(ApiServerSources.Nodes, new[] { V4Nodes, V6Nodes });
        yield return new TestCaseData(
            new ApiServerSources.FromPods("kube-system", LabelSelector.Of(("k8s-app", "konnectivity-agent"))),
            new[] { "selector: projectcalico.org/orchestrator == 'k8s' && k8s-app == 'konnectivity-agent'\nnamespaceSelector: projectcalico.org/name == 'kube-system'" });
        yield return new TestCaseData(new ApiServerSources.FromNetworks(Blocks("172.16.0.0/28")), new[] { "nets:\n- 172.16.0.0/28" });
    }

    [TestCaseSource(nameof(Sources))]
    public void Calls_of_the_API_server_come_from_where_the_profile_says(ApiServerSources sources, string[] matches)
    {
        var profile = Known with { ApiServer = Known.ApiServer with { Sources = sources } };

        Web.AllowIngress(Port.Tcp(9443)).From(ApiServer).Emit(Engine.Calico, profile).Part("spec.ingress").ShouldBe(string.Concat(matches.Select(
            match => $"- action: Allow\n  protocol: TCP\n  source:\n{Indented(match)}\n  destination:\n    ports:\n    - 9443\n")));
    }

    [Test]
    public void Calls_of_the_API_server_from_anywhere_have_no_source() =>
        Web.AllowIngress(Port.Tcp(9443)).From(ApiServer).Emit(Engine.Calico, Known with { ApiServer = new() { Sources = ApiServerSources.Anywhere } })
            .Part("spec.ingress").ShouldBe("- action: Allow\n  protocol: TCP\n  destination:\n    ports:\n    - 9443\n");

    [Test]
    public void The_resolver_is_its_pods_on_their_own_port_and_its_addresses_on_53()
    {
        var profile = Known with { Dns = new() { Namespace = "openshift-dns", PodLabels = LabelSelector.Of(("dns", "default")), Port = 5353, Addresses = Blocks("169.254.20.10/32") } };

        Web.AllowClusterDns().Emit(Engine.Calico, profile).Part("spec.egress").ShouldBe(string.Concat(
            Rule("TCP", "nets:\n- 169.254.20.10/32", 53),
            Rule("UDP", "nets:\n- 169.254.20.10/32", 53),
            Rule("TCP", "selector: projectcalico.org/orchestrator == 'k8s' && dns == 'default'\nnamespaceSelector: projectcalico.org/name == 'openshift-dns'", 5353),
            Rule("UDP", "selector: projectcalico.org/orchestrator == 'k8s' && dns == 'default'\nnamespaceSelector: projectcalico.org/name == 'openshift-dns'", 5353)));
    }

    private static string Rule(string protocol, string match, int port) =>
        $"- action: Allow\n  protocol: {protocol}\n  destination:\n{Indented(match)}\n    ports:\n    - {port}\n";

    private static TestCaseData Case(Peer peer, params string[] matches) => new TestCaseData(peer, matches).SetArgDisplayNames(peer.ToString());

    private static string Indented(string match) => string.Join('\n', match.Split('\n').Select(line => "    " + line));
}
