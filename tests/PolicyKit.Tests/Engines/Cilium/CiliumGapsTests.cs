using PolicyKit.Tests.Emitting;
using static PolicyKit.Dsl;
using static PolicyKit.Tests.Emitting.Emitted;

namespace PolicyKit.Tests.Engines.Cilium;

/// <summary>The declared differences: the sentence to the letter, and the flows as data.</summary>
public sealed class CiliumGapsTests
{
    private static readonly LabelSelector WebPods = LabelSelector.Of(("app", "web"));
    private static readonly ClusterProfile Mesh = new() { Cilium = new() { Version = new(1, 18), ClusterMesh = true } };

    [Test]
    public void A_host_name_is_enforced_by_address()
    {
        var gap = Web.AllowEgress(Port.Https).To(Fqdn("*.example.com")).Emit(Engine.Cilium).Gaps.ShouldHaveSingleItem();

        gap.ToString().ShouldBe("gap name-by-address: on cilium, 'shop/web' can also reach other names on the addresses learned for the host name '*.example.com'.");
        gap.Flows.ShouldBe(new(Direction.Egress, "shop", WebPods, [Fqdn("*.example.com")], [Port.Https], "the other name has an address that was learned for this one"));
        gap.Effect.ShouldBe(GapEffect.Opens);
    }

    [Test]
    public void A_resolver_on_the_node_opens_the_port_on_all_of_the_node()
    {
        var gap = Web.AllowClusterDns().Emit(Engine.Cilium, new() { Dns = new() { Addresses = Blocks("169.254.20.10/32") } }).Gaps.ShouldHaveSingleItem();

        gap.ToString().ShouldBe("gap resolver-by-node: on cilium, 'shop/web' can also reach 53/TCP, 53/UDP at every other address of its own node, where the resolver's further addresses may be.");
        gap.Flows.ShouldBe(new(Direction.Egress, "shop", WebPods, [Nodes], [Port.Tcp(53), Port.Udp(53)], "the node is the pod's own"));
        gap.Effect.ShouldBe(GapEffect.Opens);
    }

    [Test]
    public void A_resolver_on_some_node_opens_the_port_on_every_node()
    {
        var gap = Web.AllowClusterDns().Emit(Engine.Cilium, new() { Dns = new() { Addresses = Blocks("10.2.0.9/32") }, Networks = new() { Services = Blocks("10.96.0.0/12"), Nodes = Blocks("10.2.0.0/24") } })
            .Gaps.ShouldHaveSingleItem();

        gap.ToString().ShouldBe("gap resolver-by-node: on cilium, 'shop/web' can also reach 53/TCP, 53/UDP at every other address of every node, where the resolver's further addresses may be.");
        gap.Flows.ShouldBe(new(Direction.Egress, "shop", WebPods, [Nodes], [Port.Tcp(53), Port.Udp(53)]));
    }

    private static IEnumerable<TestCaseData> PeersOfTheMesh()
    {
        yield return new(AnyNamespace.Pods(("app", "db")), "the pods with 'app=db' of every namespace", "the pod is of another cluster of the mesh");
        yield return new(Namespace("a"), "the pods of namespace 'a'", "the pod is of another cluster of the mesh");
        yield return new(Nodes, "the nodes", "the node is of another cluster of the mesh");
    }

    [TestCaseSource(nameof(PeersOfTheMesh))]
    public void In_a_mesh_a_peer_is_looked_for_in_every_cluster(Peer peer, string words, string condition)
    {
        var from = Web.AllowIngress(Port.Https).From(peer).Emit(Engine.Cilium, Mesh).Gaps.ShouldHaveSingleItem();
        var to = Web.AllowEgress(Port.Https).To(peer).Emit(Engine.Cilium, Mesh).Gaps.ShouldHaveSingleItem();

        from.ToString().ShouldBe($"gap mesh-wide: on cilium, {words} that may connect to 'shop/web' are those of every cluster of the mesh.");
        to.ToString().ShouldBe($"gap mesh-wide: on cilium, {words} that can be reached from 'shop/web' are those of every cluster of the mesh.");
        from.Flows.ShouldBe(new(Direction.Ingress, "shop", WebPods, [peer], [Port.Https], condition));
        to.Flows.ShouldBe(new(Direction.Egress, "shop", WebPods, [peer], [Port.Https], condition));
        from.Effect.ShouldBe(GapEffect.Opens);
    }

    [TestCase(18, true, true)]
    [TestCase(19, true, false)]
    [TestCase(19, false, true)]
    public void Since_1_19_selectors_mean_the_local_cluster_unless_that_is_switched_off(int minor, bool localByDefault, bool declared) =>
        Web.AllowIngress(Port.Https).From(AnyNamespace)
            .Emit(Engine.Cilium, new() { Cilium = new() { Version = new(1, minor), ClusterMesh = true, DefaultLocalCluster = localByDefault } })
            .Gaps.Any(gap => gap.Id == Gaps.MeshWide).ShouldBe(declared);

    [Test]
    public void Without_a_mesh_and_without_names_there_is_no_gap() =>
        Web.AllowIngress(Port.Https).From(AnyNamespace, Nodes, ApiServer, Internet).AllowApiServer().AllowClusterDns().Emit(Engine.Cilium, Known).Gaps.ShouldBeEmpty();

    [Test]
    public void A_gap_can_be_made_an_error_and_be_accepted()
    {
        var set = PolicySet.Of(Web.AllowEgress(Port.Https).To(Fqdn("api.example.com")));

        set.Emit(Engine.Cilium, options: new() { GapsAreErrors = true }).Succeeded.ShouldBeFalse();
        set.Emit(Engine.Cilium, options: new() { GapsAreErrors = true, Accepted = [Gaps.NameByAddress] }).Succeeded.ShouldBeTrue();
    }
}
