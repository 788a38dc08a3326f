namespace PolicyKit.Conformance;

/// <summary>The corpus leaves nothing out: each peer with each form of port, in each direction, on each engine.</summary>
public sealed class CoverageTests
{
    private static readonly Type[] Ports = Leaves(typeof(Port));

    private static readonly Type[] AddressPeers =
    [
        typeof(NetworkPeer), typeof(InternetPeer), typeof(OutsideClusterPeer), typeof(NodesPeer), typeof(ApiServerPeer), typeof(ApiServerAtPeer), typeof(HostNamePeer),
    ];

    private static IEnumerable<TestCaseData> Directions()
    {
        yield return new TestCaseData(Direction.Ingress, Leaves(typeof(Peer)));
        yield return new TestCaseData(Direction.Egress, Leaves(typeof(EgressPeer)));
    }

    [TestCaseSource(nameof(Directions))]
    public void Each_peer_meets_each_form_of_port(Direction direction, Type[] peers)
    {
        var met = Met(Case.All, direction);

        var missing = from peer in peers
                      from port in Ports
                      where !met.Contains((peer, port)) && !IsRefusedEverywhere(direction, peer, port)
                      select $"{peer.Name} with {port.Name}";

        missing.ShouldBeEmpty();
    }

    [TestCaseSource(nameof(Directions))]
    public void Each_peer_is_written_by_each_engine_that_can(Direction direction, Type[] peers)
    {
        var unwritten = from engine in Engine.All
                        let written = Met(Case.All.Where(one => one.Policies.Emit(engine, one.Profile).Succeeded), direction)
                        from peer in peers
                        where !written.Any(pair => pair.Peer == peer)
                        select $"{engine}: {peer.Name}";

        // What an engine cannot say at all; ClusterNetworkPolicy's experimental channel can.
        unwritten.ShouldBe(direction is Direction.Ingress ? [] : ["kubernetes: HostNamePeer", "calico: HostNamePeer"]);
    }

    [TestCaseSource(nameof(Directions))]
    public void Each_form_of_port_is_written_by_each_engine_that_can(Direction direction, Type[] _)
    {
        var unwritten = from engine in Engine.All
                        let written = Met(Case.All.Where(one => one.Policies.Emit(engine, one.Profile).Succeeded), direction)
                        from port in Ports
                        where !written.Any(pair => pair.Port == port)
                        select $"{engine}: {port.Name}";

        unwritten.ShouldBe(direction is Direction.Ingress ? [] : ["cilium: ByName"]);
    }

    [Test]
    public void The_kubelet_is_a_source_of_some_case() => Case.All.SelectMany(one => one.Policies.Policies)
        .SelectMany(policy => policy.Ingress ?? []).SelectMany(rule => rule.Peers).ShouldContain(peer => peer is KubeletPeer);

    [Test]
    public void Each_case_has_three_flows_that_are_allowed_and_three_that_are_denied()
    {
        var poor = from one in Case.All
                   let flows = File.ReadAllLines(one.File("flows.jsonl"))
                   where flows.Count(flow => flow.EndsWith("\"expect\":\"allow\"}", StringComparison.Ordinal)) < 3
                      || flows.Count(flow => flow.EndsWith("\"expect\":\"deny\"}", StringComparison.Ordinal)) < 3
                   select one.Name;

        poor.ShouldBeEmpty();
    }

    [Test]
    public void There_are_at_least_sixty_cases() => Case.All.Count.ShouldBeGreaterThanOrEqualTo(60);

    // A name is looked up at the pod that receives: toward an address there is nobody to ask, on any engine.
    private static bool IsRefusedEverywhere(Direction direction, Type peer, Type port) =>
        direction is Direction.Egress && port == typeof(Port.ByName) && AddressPeers.Contains(peer);

    private static HashSet<(Type Peer, Type Port)> Met(IEnumerable<Case> cases, Direction direction) =>
    [
        .. from one in cases
           from policy in one.Policies.Policies
           from rule in (direction is Direction.Ingress ? policy.Ingress : policy.Egress) ?? []
           from peer in rule.Peers
           from port in rule.Ports
           select (peer.GetType(), port.GetType()),
    ];

    private static Type[] Leaves(Type root) =>
        [.. root.Assembly.GetTypes().Where(type => type.IsSubclassOf(root) && !type.IsAbstract).OrderBy(type => type.Name, StringComparer.Ordinal)];
}
