using static PolicyKit.Dsl;

namespace PolicyKit.Tests.Words;

/// <summary>A peer prints as it is written, so that a message shows the user's own words.</summary>
public sealed class PeerTextTests
{
    private static IEnumerable<TestCaseData> Peers()
    {
        yield return Case(Anywhere, "Anywhere");
        yield return Case(Self, "Self");
        yield return Case(SameNamespace, "SameNamespace");
        yield return Case(AnyNamespace, "AnyNamespace");
        yield return Case(Internet, "Internet");
        yield return Case(OutsideCluster, "OutsideCluster");
        yield return Case(Nodes, "Nodes");
        yield return Case(ApiServer, "ApiServer");
        yield return Case(ClusterDns, "ClusterDns");
        yield return Case(Namespace("a"), "Namespace(\"a\")");
        yield return Case(Namespaces("b", "a", "b"), "Namespaces(\"a\", \"b\")");
        yield return Case(Namespaces(("team", "edge")), "Namespaces((\"team\", \"edge\"))");
        yield return Case(Namespaces(LabelSelector.Everything), "AnyNamespace");
        yield return Case(Pods(("app", "web"), ("tier", "x")), "Pods((\"app\", \"web\"), (\"tier\", \"x\"))");
        yield return Case(Pods(Key("tier").NotIn("x")), "Pods(LabelSelector.Parse(\"tier notin (x)\"))");
        yield return Case(Namespace("a").Pods(("app", "web")), "Namespace(\"a\").Pods((\"app\", \"web\"))");
        yield return Case(Cidr("10.0.0.0/8"), "Cidr(\"10.0.0.0/8\")");
        yield return Case(Cidr("10.0.0.0/8").Except("10.2.0.0/16", "10.1.0.0/16"), "Cidr(\"10.0.0.0/8\").Except(\"10.1.0.0/16\", \"10.2.0.0/16\")");
        yield return Case(ApiServerAt("10.0.0.2/32", "10.0.0.1/32"), "ApiServerAt(\"10.0.0.1/32\", \"10.0.0.2/32\")");
        yield return Case(Fqdn("*.Example.com"), "Fqdn(\"*.example.com\")");
    }

    [TestCaseSource(nameof(Peers))]
    public void A_peer_prints_as_it_is_written(RulePeer peer, string text) => peer.ToString().ShouldBe(text);

    [Test]
    public void What_a_peer_prints_gives_the_same_peer_again()
    {
        foreach (var peer in Peers().Select(one => (RulePeer)one.Arguments[0]!))
        {
            var program = new Compiling.Snippet($"using PolicyKit; using static PolicyKit.Dsl; RulePeer peer = {peer}; Console.Write(peer);");

            program.Run().Output.ShouldBe(peer.ToString());
        }
    }

    [Test]
    public void Peers_of_the_same_meaning_are_equal()
    {
        Namespaces("b", "a").ShouldBe(Namespaces("a", "b", "a"));
        Cidr("10.0.0.0/8").Except("10.1.0.0/16", "10.2.0.0/16").ShouldBe(Cidr("10.0.0.0/8").Except("10.2.0.0/16").Except("10.1.0.0/16"));
        Pods(("a", "b"), ("c", "d")).ShouldBe(Pods(Labels(("c", "d")).And(Key("a").In("b"))));
    }

    private static TestCaseData Case(RulePeer peer, string text) => new TestCaseData(peer, text).SetArgDisplayNames(text);
}
