using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Sets;
using PolicyKit.Verification.World;
using static PolicyKit.Verification.Tests.Asked;

namespace PolicyKit.Verification.Tests;

/// <summary>A dual-stack pod is judged by the address the flow uses, not by the other one.</summary>
internal sealed class FamilyTests
{
    private static readonly SimulatedCluster Dual = SimulatedCluster.Empty.With(
        new ClusterPod("shop", "web") { Addresses = [IpAddress.Parse("10.1.0.1"), IpAddress.Parse("fd00::1")] });

    [TestCase("ip:8.8.8.8", "8.0.0.0/8", "allow")]
    [TestCase("ip:2001:db9::1", "8.0.0.0/8", "deny")]
    [TestCase("ip:2001:db9::1", "2001:db9::/32", "allow")]
    [TestCase("ip:8.8.8.8", "::/0", "deny")]
    [TestCase("ip:2001:db9::1", "0.0.0.0/0", "deny")]
    public void A_network_of_one_family_says_nothing_about_the_other(string from, string network, string verdict) =>
        Judge.Of(ReadingOf(NetworkPolicy($"{{podSelector: {{}}, ingress: [{{from: [{{ipBlock: {{cidr: '{network}'}}}}]}}]}}")), Dual)
            .Decide(from, "shop/web", Traffic.Tcp(80)).Whole.ToString().ShouldBe(verdict);

    [Test]
    public void A_flow_says_its_family()
    {
        var flow = new Flow(Dual.Endpoint("ip:2001:db9::1"), Dual.Endpoint("shop/web"), Traffic.Tcp(80));
        flow.ToAddress.ToString().ShouldBe("fd00::1");
        Should.Throw<ArgumentException>(() => new Flow(Dual.Endpoint("ip:8.8.8.8"), Dual.Endpoint("shop/web"), Traffic.Tcp(80), IpFamily.V6)).Message.ShouldStartWith("'ip:8.8.8.8' has no IPv6 address.");
    }
}
