using PolicyKit.Manifests;
using PolicyKit.Tests.Emitting;
using static PolicyKit.Dsl;
using static PolicyKit.Tests.Emitting.Emitted;

namespace PolicyKit.Tests.Engines.Calico;

/// <summary>What is too long for one list or text is split over more rules, and says the same.</summary>
public sealed class CalicoLimitsTests
{
    [Test]
    public void The_257th_network_begins_another_rule()
    {
        var networks = Enumerable.Range(0, 300).Select(number => (EgressPeer)Cidr($"10.{number / 256}.{number % 256}.0/24")).ToList();

        var rules = Rules(Web.AllowEgress(Port.Tcp(80)).To(networks));

        rules.Select(rule => Texts(rule, "nets").Count).ShouldBe([256, 44]);
        rules.SelectMany(rule => Texts(rule, "nets")).ShouldBe(networks.Select(network => ((NetworkPeer)network).Block.ToString()));
    }

    [Test]
    public void A_network_with_more_than_256_holes_is_halved_until_each_half_has_fewer()
    {
        var holes = Enumerable.Range(0, 600).Select(number => $"10.{number / 100}.{number % 100 * 2}.0/32").ToArray();

        var rules = Rules(Web.AllowEgress(Port.Tcp(80)).To(Cidr("10.0.0.0/8").Except(holes[0], holes[1..])));

        var written = rules.SelectMany(rule => Texts(rule, "nets").SelectMany(network => CidrBlock.Parse(network).Subtract(Texts(rule, "notNets").Select(CidrBlock.Parse))));
        CidrBlock.Merge(written).ShouldBe(CidrBlock.Parse("10.0.0.0/8").Subtract(holes.Select(CidrBlock.Parse)));
        rules.ShouldAllBe(rule => Texts(rule, "notNets").Count <= 256);
        rules.Count.ShouldBeGreaterThan(1);
    }

    [Test]
    public void Names_of_namespaces_fill_as_many_selectors_as_they_need()
    {
        var names = Enumerable.Range(10, 90).Select(number => $"a-namespace-with-a-rather-long-name-{number}").ToArray();

        var rules = Rules(Web.AllowEgress(Port.Tcp(80)).To(Namespaces(names[0], names[1..])));

        var selectors = rules.ConvertAll(rule => ((ManifestText)rule["namespaceSelector"]!).Value);
        selectors.ShouldAllBe(selector => selector.Length <= 1024 && selector.StartsWith("projectcalico.org/name in {'a-", StringComparison.Ordinal));
        selectors.Count.ShouldBe(4);
        selectors.SelectMany(selector => selector.Split('\'').Where((_, index) => index % 2 == 1)).ShouldBe(names);
    }

    private static List<ManifestMap> Rules(Policy policy)
    {
        var spec = (ManifestMap)policy.Emit(Engine.Calico).Manifests.ShouldHaveSingleItem().Root["spec"]!;
        return [.. ((ManifestList)spec["egress"]!).Select(rule => (ManifestMap)((ManifestMap)rule)["destination"]!)];
    }

    private static List<string> Texts(ManifestMap match, string key) => match[key] is ManifestList list ? [.. list.Select(item => ((ManifestText)item).Value)] : [];
}
