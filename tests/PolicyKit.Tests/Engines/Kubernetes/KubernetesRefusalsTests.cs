using PolicyKit.Tests.Emitting;
using static PolicyKit.Dsl;
using static PolicyKit.Tests.Emitting.Emitted;

namespace PolicyKit.Tests.Engines.Kubernetes;

/// <summary>What cannot be said on Kubernetes, or needs a fact that is missing: no manifests, and the reason to the letter.</summary>
public sealed class KubernetesRefusalsTests
{
    private static readonly ClusterProfile Cilium = Known with { Engine = Enforcer.Cilium };

    private static IEnumerable<TestCaseData> Refusals()
    {
        yield return Case("host name", Web.AllowEgress(Port.Https).To(Fqdn("*.example.com")), Known,
            "PK3001: Policy 'shop/web' allows the host name '*.example.com', and kubernetes has no egress by host name. Use an engine that has it, or write the host's network with Cidr(…).");
        yield return Case("API server without address", Web.AllowApiServer(), ClusterProfile.Unknown,
            "PK3002: Policy 'shop/web' allows the API server, and kubernetes can only say so by its address, which neither policy nor profile has. Name it with 'apiServer.cidrs' in the profile, or write ApiServerAt(…).");
        yield return Case("API server on nodes under Cilium", Web.AllowApiServer(), Cilium,
            "PK3002: Policy 'shop/web' allows the API server, and the enforcer does not match nodes by their addresses; whether the API server runs on nodes is answered with yes. Emit for the enforcer's own engine, or say 'apiServer.onNodes: false' if its endpoints are outside the cluster.");
        yield return Case("API server perhaps on nodes under Cilium", Web.AllowApiServer(), Cilium with { ApiServer = Cilium.ApiServer with { OnNodes = null } },
            "PK3002: Policy 'shop/web' allows the API server, and the enforcer does not match nodes by their addresses; whether the API server runs on nodes is not known. Emit for the enforcer's own engine, or say 'apiServer.onNodes: false' if its endpoints are outside the cluster.");
        yield return Case("webhook without sources", Web.AllowIngress(Port.Webhook).From(ApiServer), ClusterProfile.Unknown,
            "PK3002: Policy 'shop/web' allows ingress from the API server, and the profile does not say where its calls come from in this cluster. Say it with 'apiServer.sources', or write FromAnywhere().");
        yield return Case("nodes without networks", Web.AllowEgress(Port.Tcp(10250)).To(Nodes), ClusterProfile.Unknown,
            "PK3002: Policy 'shop/web' allows the nodes, and kubernetes can only say so by addresses, which the profile does not have. Say 'networks.nodes' and 'networks.tunnels' in the profile; an empty list says that there are none.");
        yield return Case("nodes with an empty list", Web.AllowEgress(Port.Tcp(10250)).To(Nodes), Known with { Networks = Known.Networks with { Nodes = [] } },
            "PK3002: Policy 'shop/web' allows the nodes, and the profile's 'networks.nodes' is empty. Name the nodes' addresses there.");
        yield return Case("nodes under Cilium", Web.AllowIngress(Port.Tcp(80)).From(Nodes), Cilium,
            "PK3002: Policy 'shop/web' allows the nodes, and the enforcer does not match nodes by their addresses, which is all that kubernetes can write. Emit for the enforcer's own engine, or say 'cilium.cidrMatchMode: [nodes]' if the cluster runs so.");
        yield return Case("NodeLocal under Cilium", Web.AllowClusterDns(), Cilium with { Dns = new() { Addresses = Blocks("10.0.0.2/32", "169.254.20.10/32") } },
            "PK3002: Policy 'shop/web' allows the cluster's resolver, whose address '169.254.20.10/32' is a node's own, and the enforcer does not match nodes by their addresses. Emit for the enforcer's own engine, say 'cilium.cidrMatchMode: [nodes]' if the cluster runs so, or leave it out of 'dns.addresses' if pods answer for it.");
        yield return Case("a resolver perhaps on the node under Cilium", Web.AllowClusterDns(), Cilium with { Dns = new() { Addresses = Blocks("10.96.0.10/32") }, Networks = new() },
            "PK3002: Policy 'shop/web' allows the cluster's resolver, whose address '10.96.0.10/32' may be a node's own, and the enforcer does not match nodes by their addresses. Say 'networks.services' in the profile if it is no address of a Service; else emit for the enforcer's own engine, say 'cilium.cidrMatchMode: [nodes]' if the cluster runs so, or leave it out of 'dns.addresses' if pods answer for it.");
        yield return Case("a resolver on another node under Cilium", Web.AllowClusterDns(), Cilium with { Dns = new() { Addresses = Blocks("172.18.0.9/32") } },
            "PK3002: Policy 'shop/web' allows the cluster's resolver, whose address '172.18.0.9/32' is a node's own, and the enforcer does not match nodes by their addresses. Emit for the enforcer's own engine, say 'cilium.cidrMatchMode: [nodes]' if the cluster runs so, or leave it out of 'dns.addresses' if pods answer for it.");
        yield return Case("outside without networks", Web.AllowEgress(Port.Https).To(OutsideCluster), Known with { Networks = new() { Pods = Blocks("10.244.0.0/16") } },
            "PK3002: Policy 'shop/web' allows everything outside the cluster, and kubernetes can only say so by addresses, which the profile does not have. Say 'networks.services', 'networks.nodes' and 'networks.tunnels' in the profile; an empty list says that there are none.");
        foreach (var (peer, words) in new (EgressPeer, string)[]
        {
            (Cidr("10.1.0.0/16"), "the network '10.1.0.0/16'"),
            (Internet, "the internet"),
            (OutsideCluster, "everything outside the cluster"),
            (Nodes, "the nodes"),
            (ApiServer, "the API server"),
            (ApiServerAt("10.0.0.1/32"), "the API server"),
        })
        {
            yield return Case($"a name toward {peer}", Web.AllowEgress(Port.Named("grpc")).To(peer), Known,
                $"PK3003: Policy 'shop/web' allows the named port 'grpc' toward {words}: a name is looked up at the pod that receives, and there is none. Write the number: Port.Named(\"grpc\").At(…).");
        }
    }

    [TestCaseSource(nameof(Refusals))]
    public void What_cannot_be_said_is_refused_with_reason_and_mend(Policy policy, ClusterProfile profile, string error)
    {
        var emitted = policy.Emit(Engine.Kubernetes, profile);

        emitted.Errors().ShouldBe([error]);
        emitted.Succeeded.ShouldBeFalse();
        emitted.Diagnostics.First(one => one.Severity is Severity.Error).Origin.File.ShouldEndWith("KubernetesRefusalsTests.cs");
    }

    [Test]
    public void One_refused_peer_refuses_the_whole_set()
    {
        var emitted = PolicySet.Of(Web, Web.Named("other").AllowEgress(Port.Https).To(Namespace("a"), Fqdn("a.example.com"))).Emit(Engine.Kubernetes);

        emitted.Succeeded.ShouldBeFalse();
        Should.Throw<EmitException>(() => emitted.Manifests);
    }

    [Test]
    public void Cilium_that_matches_nodes_by_address_gets_them_by_address()
    {
        var profile = Cilium with { Cilium = new() { CidrMatchMode = [CidrMatchMode.Nodes] } };

        Web.AllowApiServer().AllowIngress(Port.Tcp(80)).From(Nodes).Emit(Engine.Kubernetes, profile).Gaps.ShouldBeEmpty();
    }

    [Test]
    public void Cilium_reaches_a_resolver_outside_and_one_on_nodes_that_it_matches_by_address()
    {
        Web.AllowClusterDns().Emit(Engine.Kubernetes, Cilium with { Dns = new() { Addresses = Blocks("10.0.0.2/32") } }).Part("spec.egress").ShouldContain("cidr: 10.0.0.2/32");
        Web.AllowClusterDns().Emit(Engine.Kubernetes, Cilium with { Dns = new() { Addresses = Blocks("169.254.20.10/32") }, Cilium = new() { CidrMatchMode = [CidrMatchMode.Nodes] } })
            .Part("spec.egress").ShouldContain("cidr: 169.254.20.10/32");
    }

    [TestCase("169.254.20.10/32", true)]
    [TestCase("10.0.0.2/32", false)]
    public void An_unknown_enforcer_leaves_a_gap_where_the_resolver_may_answer_on_the_node(string address, bool isGap) =>
        Web.AllowClusterDns().Emit(Engine.Kubernetes, Known with { Engine = Enforcer.Unknown, Dns = new() { Addresses = Blocks(address) } }).Gaps.Select(gap => gap.ToString()).ShouldBe(
            isGap ? ["gap address-and-nodes: on kubernetes with an unknown enforcer, connections to ClusterDns of 'shop/web' are cut where address blocks do not match nodes."] : []);

    [Test]
    public void An_unknown_enforcer_leaves_a_gap_where_nodes_are_meant_by_address()
    {
        var gaps = Web.AllowApiServer().AllowIngress(Port.Tcp(80)).From(Nodes).Emit(Engine.Kubernetes, Known with { Engine = Enforcer.Unknown }).Gaps;

        gaps.Select(gap => gap.ToString()).ShouldBe(
        [
            "gap address-and-nodes: on kubernetes with an unknown enforcer, connections from Nodes of 'shop/web' are cut where address blocks do not match nodes.",
            "gap address-and-nodes: on kubernetes with an unknown enforcer, connections to ApiServer of 'shop/web' are cut where address blocks do not match nodes.",
        ]);
        gaps[0].Flows.ShouldBe(new(Direction.Ingress, "shop", LabelSelector.Of(("app", "web")), [Nodes], [Port.Tcp(80)], "the enforcer does not match nodes by their addresses"));
        gaps.ShouldAllBe(gap => gap.Effect == GapEffect.Cuts);
    }

    [Test]
    public void An_API_server_off_the_nodes_leaves_no_gap() =>
        Web.AllowEgress(Port.ApiServer).To(ApiServerAt("10.0.0.1/32")).Emit(Engine.Kubernetes, new() { ApiServer = new() { OnNodes = false } }).Gaps.ShouldBeEmpty();

    private static TestCaseData Case(string name, Policy policy, ClusterProfile profile, string error) =>
        new TestCaseData(policy, profile, error).SetArgDisplayNames(name);
}
