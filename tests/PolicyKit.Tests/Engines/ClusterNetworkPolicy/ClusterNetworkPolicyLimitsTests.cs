using PolicyKit.Manifests;
using PolicyKit.Tests.Emitting;
using static PolicyKit.Dsl;
using static PolicyKit.Tests.Emitting.Emitted;

namespace PolicyKit.Tests.Engines.ClusterNetworkPolicy;

/// <summary>Lists of the API hold twenty-five items: what is longer is split, and stays the same product.</summary>
public sealed class ClusterNetworkPolicyLimitsTests
{
    [TestCase(25, 1)]
    [TestCase(26, 2)]
    [TestCase(60, 3)]
    public void More_rules_than_an_object_holds_become_more_objects_of_the_same_layer(int rules, int objects)
    {
        var policy = Enumerable.Range(1, rules).Aggregate(Web, (policy, port) => policy.AllowIngress(Port.Tcp(port)).From(Namespace($"n{port}")));

        var emitted = policy.Emit();

        emitted.Layers().ShouldBe([.. Enumerable.Range(1, objects).Select(i => i == 1 ? "allow.shop.web Baseline 500" : $"allow-{i}.shop.web Baseline 500"), "deny.shop.web Baseline 1000"]);
        emitted.Rules("allow", "ingress").Count.ShouldBe(rules);
    }

    [Test]
    public void Both_directions_fill_the_same_objects()
    {
        var policy = Enumerable.Range(1, 30).Aggregate(Web, (policy, port) =>
            policy.AllowIngress(Port.Tcp(port)).From(Namespace("edge")).AllowEgress(Port.Udp(port)).To(Namespace("edge")));

        var emitted = policy.Emit();

        emitted.Manifests.Count.ShouldBe(3);
        emitted.Rules("allow-2", "ingress").Count.ShouldBe(5);
        emitted.Rules("allow-2", "egress").Count.ShouldBe(5);
    }

    [TestCase(25, 25, 1)]
    [TestCase(26, 1, 2)]
    [TestCase(1, 26, 2)]
    [TestCase(60, 51, 9)]
    public void Each_part_of_the_peers_stands_beside_each_part_of_the_protocols(int peers, int ports, int rules)
    {
        Peer[] from = [.. Enumerable.Range(1, peers).Select(i => Namespace($"n{i}"))];
        Port[] some = [.. Enumerable.Range(1, ports).Select(i => Port.Tcp(2 * i))];

        var written = Web.AllowIngress(some).From(from).Emit().Rules("allow", "ingress");

        written.Count.ShouldBe(rules);
        written.ShouldAllBe(rule => ((ManifestList)rule["from"]!).Count <= 25 && ((ManifestList)rule["protocols"]!).Count <= 25);
        var product = written.SelectMany(rule => ((ManifestList)rule["from"]!).SelectMany(_ => (ManifestList)rule["protocols"]!, (peer, port) => (peer, port)));
        product.Distinct().Count().ShouldBe(peers * ports);
    }

    [Test]
    public void Networks_fill_peers_of_twenty_five_in_their_order()
    {
        EgressPeer[] to = [.. Enumerable.Range(0, 30).Reverse().Select(i => Cidr($"10.{i}.0.0/16"))];

        var lists = ((ManifestList)Web.AllowEgress(Port.Https).To(to).Emit().Rules("allow", "egress").ShouldHaveSingleItem()["to"]!)
            .Select(peer => (ManifestList)((ManifestMap)peer)["networks"]!).ToArray();

        lists.Select(list => list.Count).ShouldBe([25, 5]);
        lists.SelectMany(list => list).ShouldBe(Enumerable.Range(0, 30).Select(i => (ManifestNode)$"10.{i}.0.0/16"));
    }

    [Test]
    public void A_network_that_two_peers_name_is_written_once() =>
        Web.AllowEgress(Port.Https).To(Cidr("10.0.0.0/31"), Cidr("10.0.0.0/30").Except("10.0.0.2/31")).Emit().Part("allow.shop.web", "egress")
            .ShouldContain("  - networks:\n    - 10.0.0.0/31\n  protocols:");

    [Test]
    public void Exceptions_that_leave_more_networks_than_a_rule_holds_are_refused()
    {
        // An address that is alone in its part of the space costs a network for each of its bits behind the part's.
        string[] holes = ["1000::1/128", "3000::1/128", "5000::1/128", "7000::1/128"];
        var fits = Cidr("::/0").Except("9000::/126", holes);
        var tooMany = Cidr("::/0").Except("9000::/127", holes);

        Web.AllowEgress(Port.Https).To(fits).Emit().Errors().ShouldBeEmpty();
        Web.AllowEgress(Port.Https).To(tooMany).Emit().Errors().ShouldBe(
            ["PK3009: Policy 'shop/web' allows the network '::/0' with exceptions, and clusterNetworkPolicy has no exceptions: 626 networks would be needed, and a rule holds at most 625. Write fewer exceptions, or wider ones."]);
    }
}
