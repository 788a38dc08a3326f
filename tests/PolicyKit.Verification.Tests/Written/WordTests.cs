using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Sets;
using PolicyKit.Verification.World;
using static PolicyKit.Dsl;

namespace PolicyKit.Verification.Tests.Written;

/// <summary>What each written word means, an end a line; and what the words ask.</summary>
internal sealed class WordTests
{
    private static readonly ClusterProfile Facts = new()
    {
        ApiServer = new() { Cidrs = [CidrBlock.Parse("203.0.113.10/32")], Ports = [6443], Sources = ApiServerSources.Nodes, Service = CidrBlock.Parse("10.96.0.1/32") },
        Dns = new() { Port = 5353, Addresses = [CidrBlock.Parse("169.254.20.10/32")], PodLabels = LabelSelector.Of(("k8s-app", "kube-dns")) },
        Networks = new() { Tunnels = [CidrBlock.Parse("172.30.0.0/16")] },
    };

    private static readonly string[] Inside = ["shop/db", "ops/tool", "ops/web", "node:n1", "node:n2", "ip:203.0.113.10", "ip:8.8.8.8", "ip:172.30.0.9"];

    private static readonly (string Word, EgressPeer Peer, string[] Reached)[] Peers =
    [
        ("Anywhere", Anywhere, Inside),
        ("Pods", Pods(("app", "db")), ["shop/db"]),
        ("SameNamespace", SameNamespace, ["shop/db"]),
        ("Namespace", Namespace("ops"), ["ops/tool", "ops/web"]),
        ("Namespace.Pods", Namespace("ops").Pods(("app", "web")), ["ops/web"]),
        ("Namespaces by names", Namespaces("ops", "shop"), ["shop/db", "ops/tool", "ops/web"]),
        ("Namespaces by labels", Namespaces(("team", "ops")), ["ops/tool", "ops/web"]),
        ("AnyNamespace", AnyNamespace, ["shop/db", "ops/tool", "ops/web"]),
        ("AnyNamespace without a label", AnyNamespace.Pods(LabelSelector.Parse("!tier")), ["shop/db", "ops/tool", "ops/web"]),
        ("Cidr", Cidr("8.8.0.0/16"), ["ip:8.8.8.8"]),
        ("Cidr with a hole", Cidr("0.0.0.0/0").Except("8.8.8.0/24"), ["ip:203.0.113.10", "ip:172.30.0.9"]),
        ("Internet", Internet, ["ip:203.0.113.10", "ip:8.8.8.8"]),
        ("OutsideCluster", OutsideCluster, ["ip:203.0.113.10", "ip:8.8.8.8", "ip:172.30.0.9"]),
        ("Nodes", Nodes, ["node:n1", "node:n2", "ip:172.30.0.9"]),
        ("ApiServer", ApiServer, ["ip:203.0.113.10"]),
        ("ApiServerAt", ApiServerAt("8.8.8.8/32"), ["ip:8.8.8.8"]),
    ];

    public static IEnumerable<TestCaseData> PeerCases =>
        from one in Peers from end in Inside select new TestCaseData(one.Peer, end, one.Reached.Contains(end)).SetName($"{one.Word} {(one.Reached.Contains(end) ? "reaches" : "does not reach")} {end}");

    [TestCaseSource(nameof(PeerCases))]
    public void A_peer_means_exactly_its_ends(EgressPeer peer, string end, bool reached) =>
        Sees(Policy.ForPods(("app", "web")).InNamespace("shop").AllowEgress(Port.Tcp(80)).To(peer), "shop/web", end, Traffic.Tcp(80)).ShouldBe(reached ? "allow" : "deny");

    public static IEnumerable<TestCaseData> PortCases =>
    [
        Of(Port.Tcp(80), "ops/tool", Traffic.Tcp(80), true),
        Of(Port.Tcp(80), "ops/tool", Traffic.Udp(80), false),
        Of(Port.Udp(53), "ops/tool", Traffic.Udp(53), true),
        Of(Port.TcpRange(80, 90), "ops/tool", Traffic.Tcp(90), true),
        Of(Port.TcpRange(80, 90), "ops/tool", Traffic.Tcp(91), false),
        Of(Port.AnyTcp, "ops/tool", Traffic.Tcp(1), true),
        Of(Port.AnyTcp, "ops/tool", Traffic.Udp(1), false),
        Of(Port.Any, "ops/tool", new Traffic.Icmp(IpFamily.V4, 8), true),
        Of(Port.Dns, "ops/tool", Traffic.Udp(53), true),
        Of(Port.Dns, "ops/tool", Traffic.Tcp(53), true),
        Of(Port.Dns, "ops/tool", Traffic.Udp(5353), false),
        Of(Port.Https, "ops/tool", Traffic.Tcp(443), true),
        Of(Port.ApiServer, "ops/tool", Traffic.Tcp(443), true),
        Of(Port.ApiServer, "ops/tool", Traffic.Tcp(6443), true),
        Of(Port.Named("http"), "shop/db", Traffic.Tcp(9000), true),
        Of(Port.Named("http"), "shop/db", Traffic.Tcp(8080), false),
        Of(Port.Named("http").At(8080), "shop/db", Traffic.Tcp(8080), true),
    ];

    [TestCaseSource(nameof(PortCases))]
    public void A_port_opens_exactly_its_traffic(Port port, string end, Traffic traffic, bool open) =>
        Sees(Policy.ForPods(("app", "web")).InNamespace("shop").AllowEgress(port).To(AnyNamespace), "shop/web", end, traffic).ShouldBe(open ? "allow" : "deny");

    [TestCase(443, false)]
    [TestCase(6443, true)]
    public void Toward_the_API_server_its_port_is_the_profiles(int port, bool open) =>
        Sees(Policy.ForAllPods().InNamespace("shop").AllowApiServer(), "shop/web", "ip:203.0.113.10", Traffic.Tcp((ushort)port)).ShouldBe(open ? "allow" : "deny");

    [Test]
    public void Before_translation_the_API_server_is_its_Service_on_443()
    {
        var judge = Judge.Of(PolicySet.Of(Policy.ForAllPods().InNamespace("shop").AllowApiServer()), Worlds.Small, Facts);
        var flow = Worlds.Small.Flow("shop/web", "ip:203.0.113.10", Traffic.Tcp(6443)) with { Via = new("default/kubernetes", IpAddress.Parse("10.96.0.1"), 443) };
        judge.Decide(flow).Whole.ToString().ShouldBe("allow");
    }

    [TestCase("kube-system/dns", 5353, true)]
    [TestCase("kube-system/dns", 53, false)]
    [TestCase("ip:169.254.20.10", 53, true)]
    [TestCase("ip:169.254.20.10", 5353, false)]
    public void The_resolver_listens_where_the_profile_says(string end, int port, bool open) =>
        Sees(Policy.ForAllPods().InNamespace("shop").AllowClusterDns(), "shop/web", end, Traffic.Udp((ushort)port)).ShouldBe(open ? "allow" : "deny");

    [TestCase("dns:api.example.com", 443, true)]
    [TestCase("dns:other.example.com", 443, true)]
    [TestCase("dns:a.b.example.com", 443, false)]
    [TestCase("dns:api.example.com", 80, false)]
    [TestCase("kube-system/dns", 5353, true)]
    public void A_host_name_brings_its_resolver(string end, int port, bool open) =>
        Sees(Policy.ForAllPods().InNamespace("shop").AllowEgress(Port.Https).To(Fqdn("*.example.com")), "shop/web", end, Traffic.Tcp((ushort)port)).ShouldBe(open ? "allow" : "deny");

    [TestCase("node:n1", "allow")]
    [TestCase("node:n2", "deny")]
    public void The_kubelet_is_the_pods_own_node(string from, string verdict) =>
        Sees(Policy.ForPods(("app", "web")).InNamespace("shop").AllowIngress(Port.Tcp(80)).FromKubelet(), from, "shop/web", Traffic.Tcp(80)).ShouldBe(verdict);

    [Test]
    public void Self_is_every_replica()
    {
        var policy = Policy.ForPods(("app", "web")).InNamespace("ops").AllowIngress(Port.Tcp(80)).From(Self);
        Sees(policy, "ops/tool", "ops/web", Traffic.Tcp(80)).ShouldBe("deny");
        Sees(policy, "shop/web", "ops/web", Traffic.Tcp(80)).ShouldBe("deny");
        Judge.Of(PolicySet.Of(policy), Worlds.Small.With(new ClusterPod("ops", "web2") { Labels = [("app", "web")] }), Facts)
            .Decide("ops/web2", "ops/web", Traffic.Tcp(80)).Whole.ToString().ShouldBe("allow");
    }

    [Test]
    public void Where_the_API_servers_calls_come_from_is_a_fact_and_never_guessed()
    {
        var policy = Policy.ForPods(("app", "web")).InNamespace("shop").AllowIngress(Port.Tcp(9443)).From(ApiServer);
        Sees(policy, "node:n2", "shop/web", Traffic.Tcp(9443)).ShouldBe("allow");
        Sees(policy, "ip:203.0.113.10", "shop/web", Traffic.Tcp(9443)).ShouldBe("deny");
        Should.Throw<ArgumentException>(() => Judge.Of(PolicySet.Of(policy), Worlds.Small)).Message
            .ShouldBe("A policy allows ingress from the API server, and the profile does not say where its calls come from. Say it with 'apiServer.sources'.");
    }

    [TestCase("Endpoints", "ip:203.0.113.10", "allow")]
    [TestCase("Anywhere", "ip:8.8.8.8", "allow")]
    [TestCase("Pods", "ops/tool", "allow")]
    [TestCase("Pods", "ops/web", "deny")]
    [TestCase("Networks", "ip:8.8.8.8", "allow")]
    public void Each_source_of_the_API_servers_calls_means_itself(string sources, string from, string verdict)
    {
        ApiServerSources fact = sources switch
        {
            "Endpoints" => ApiServerSources.Endpoints,
            "Anywhere" => ApiServerSources.Anywhere,
            "Pods" => new ApiServerSources.FromPods("ops", LabelSelector.Of(("app", "tool"))),
            _ => new ApiServerSources.FromNetworks([CidrBlock.Parse("8.8.8.0/24")]),
        };
        var policies = PolicySet.Of(Policy.ForPods(("app", "web")).InNamespace("shop").AllowIngress(Port.Tcp(9443)).From(ApiServer));
        Judge.Of(policies, Worlds.Small, Facts with { ApiServer = Facts.ApiServer with { Sources = fact } }).Decide(from, "shop/web", Traffic.Tcp(9443)).Whole.ToString().ShouldBe(verdict);
    }

    [Test]
    public void A_dry_run_denies_nothing()
    {
        var policies = PolicySet.Of(Policy.ForAllPods().InNamespace("shop").DenyIngressByDefault().DenyEgressByDefault());
        Judge.Of(policies, Worlds.Small).Decide("ops/tool", "shop/web", Traffic.Tcp(80)).Whole.ShouldBeOfType<Verdict.Deny>();
        Judge.Of(policies.InMode(RolloutMode.DryRun), Worlds.Small).Decide("ops/tool", "shop/web", Traffic.Tcp(80)).Whole.ShouldBeOfType<Verdict.Allow>();
    }

    [Test]
    public void A_verdict_names_the_line_that_was_written()
    {
        var policies = PolicySet.Of(Policy.ForAllPods().Named("all").InNamespace("shop").AllowIngress(Port.Tcp(80)).From(AnyNamespace));
        var source = Judge.Of(policies, Worlds.Small).Decide("ops/tool", "shop/web", Traffic.Tcp(80)).Ingress.Trace.ShouldHaveSingleItem();
        source.Title.ShouldBe("policy all");
        source.Line.File.ShouldEndWith("WordTests.cs");
    }

    private static TestCaseData Of(Port port, string end, Traffic traffic, bool open) =>
        new TestCaseData(port, end, traffic, open).SetName($"{port} {(open ? "opens" : "does not open")} {traffic} to {end}");

    private static string Sees(Policy policy, string from, string to, Traffic traffic) =>
        Judge.Of(PolicySet.Of(policy), Worlds.Small, Facts with { Engine = Enforcer.Cilium, Cilium = new() { Version = new(1, 18) } }).Decide(from, to, traffic).Whole.ToString();
}
