using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Tests.Deciding;

internal sealed class PredicateTests
{
    private static readonly EndpointPredicate Unknown = new EndpointPredicate.Ask(Question.Layer7, EndpointPredicate.Always, EndpointPredicate.Never);
    private static readonly EndpointPredicate Pod = new EndpointPredicate.Is(Kinds.Pod);

    [Test]
    public void Constants_leave_combinations()
    {
        (EndpointPredicate.Always & Pod).ShouldBe(Pod);
        (EndpointPredicate.Never & Pod).ShouldBe(EndpointPredicate.Never);
        (EndpointPredicate.Always | Pod).ShouldBe(EndpointPredicate.Always);
        (EndpointPredicate.Never | Pod).ShouldBe(Pod);
        (!!Pod).ShouldBe(Pod);
        (!EndpointPredicate.Always).ShouldBe(EndpointPredicate.Never);
        EndpointPredicate.All().ShouldBe(EndpointPredicate.Always);
        EndpointPredicate.Any().ShouldBe(EndpointPredicate.Never);
        (Pod & Pod).ShouldBe(Pod);
    }

    [Test]
    public void What_is_known_decides_beside_what_is_open()
    {
        Test(Unknown & !Pod).ShouldBe(Truth.False);
        Test(Unknown | Pod).ShouldBe(Truth.True);
        Test(Unknown & Pod).ShouldBe(Truth.Open);
        Test(!Unknown).ShouldBe(Truth.Open);
        Test(new EndpointPredicate.Ask(Question.Layer7, Pod, Pod)).ShouldBe(Truth.True);
    }

    [TestCase("app", "web", true)]
    [TestCase("app", "db", false)]
    [TestCase("missing", "web", false)]
    public void A_label_test_needs_the_label(string key, string value, bool holds)
    {
        Test(new EndpointPredicate.Label(LabelScope.Pod, key, new LabelTest.In([value]))).ShouldBe(holds ? Truth.True : Truth.False);
        Test(new EndpointPredicate.Label(LabelScope.Namespace, key, new LabelTest.In([value]))).ShouldBe(Truth.False);
    }

    [TestCase("we", "eb", "e", true)]
    [TestCase("eb", "we", "w", false)]
    public void A_label_test_can_look_at_a_part_of_the_value(string start, string end, string inside, bool holds)
    {
        var all = new LabelTest[] { new LabelTest.StartsWith(start), new LabelTest.EndsWith(end), new LabelTest.Contains(inside), new LabelTest.Exists() };
        Test(EndpointPredicate.All(all.Select(test => new EndpointPredicate.Label(LabelScope.Pod, "app", test)))).ShouldBe(holds ? Truth.True : Truth.False);
    }

    [Test]
    public void A_node_is_the_subjects_own_or_another()
    {
        KindsOf("node:n1").ShouldBe(Kinds.OwnNode);
        KindsOf("node:n2").ShouldBe(Kinds.OtherNode);
        KindsOf("ops/agent").ShouldBe(Kinds.HostNetworkPod | Kinds.OtherNode);
    }

    [TestCase(8080, Protocol.Tcp, "http", null, true)]
    [TestCase(8080, Protocol.Udp, "http", null, false)]
    [TestCase(8081, Protocol.Tcp, "http", null, false)]
    [TestCase(8081, Protocol.Tcp, "http", 8090, true)]
    [TestCase(8091, Protocol.Tcp, "http", 8090, false)]
    [TestCase(8080, Protocol.Tcp, "http", 80, true)]
    [TestCase(8125, Protocol.Udp, "stats", null, true)]
    public void A_named_port_is_the_number_and_protocol_that_the_pod_declares(int port, Protocol protocol, string name, int? upTo, bool matches) =>
        new TrafficPredicate.NamedPort(null, name, Side.Subject, (ushort?)upTo).Test(Sight(new Traffic.Transport(protocol, (ushort)port))).ShouldBe(matches ? Truth.True : Truth.False);

    [Test]
    public void Icmp_has_no_ports_and_a_family()
    {
        var sight = Sight(new Traffic.Icmp(IpFamily.V4, 8, 3));
        new TrafficPredicate.Transports(ProtocolSet.All, PortSet.All).Test(sight).ShouldBe(Truth.False);
        new TrafficPredicate.IcmpIs(IpFamily.V4, 8, null).Test(sight).ShouldBe(Truth.True);
        new TrafficPredicate.IcmpIs(IpFamily.V6, null, null).Test(sight).ShouldBe(Truth.False);
        new TrafficPredicate.IcmpIs(null, 8, 4).Test(sight).ShouldBe(Truth.False);
        new TrafficPredicate.ProtocolIs(1).Test(sight).ShouldBe(Truth.True);
        new TrafficPredicate.FamilyIs(IpFamily.V4).Test(sight).ShouldBe(Truth.True);
    }

    [TestCase(40000, true)]
    [TestCase(39999, false)]
    [TestCase(null, false)]
    public void An_unknown_source_port_satisfies_no_condition_on_it(int? port, bool matches) =>
        new TrafficPredicate.Transports(ProtocolSet.All, PortSet.All, PortSet.Of(40000)).Test(Sight(new Traffic.Transport(Protocol.Tcp, 80, (ushort?)port))).ShouldBe(matches ? Truth.True : Truth.False);

    [Test]
    public void A_backend_may_pin_the_port()
    {
        ValueArray<ServiceBackend> backends = [new(IpAddress.Parse("10.1.0.1"), Protocol.Tcp, 8080)];
        new EndpointPredicate.BackendOf("shop/web", backends, PinPorts: false).Test(Sight(Traffic.Tcp(80)), Side.Subject).ShouldBe(Truth.True);
        new EndpointPredicate.BackendOf("shop/web", backends, PinPorts: true).Test(Sight(Traffic.Tcp(80)), Side.Subject).ShouldBe(Truth.False);
        new EndpointPredicate.BackendOf("shop/web", backends, PinPorts: true).Test(Sight(Traffic.Tcp(8080)), Side.Subject).ShouldBe(Truth.True);
        new EndpointPredicate.BackendOf("shop/web", backends, PinPorts: false).Test(Sight(Traffic.Tcp(80)), Side.Peer).ShouldBe(Truth.False);
    }

    private static Kinds KindsOf(string peer) => new Sight(Worlds.Small.Endpoint("shop/web"), IpAddress.Parse("10.0.0.1"), Worlds.Small.Endpoint(peer), IpAddress.Parse("10.0.0.2"), Traffic.Tcp(80), default).PeerKinds;

    private static Truth Test(EndpointPredicate predicate) => predicate.Test(Sight(Traffic.Tcp(80)), Side.Subject);

    private static Sight Sight(Traffic traffic)
    {
        var flow = Worlds.Small.Flow("ops/tool", "shop/web", traffic);
        return new(flow.To, flow.ToAddress, flow.From, flow.FromAddress, traffic, Answers.None);
    }
}
