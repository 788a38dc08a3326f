using PolicyKit.Rules;

namespace PolicyKit.Lint;

/// <summary>A network that holds addresses of pods or nodes means one thing on an enforcer that matches them by address, and another where it does not.</summary>
/// <remarks>The API server is a node here: outside the cluster it is an address like any other.</remarks>
internal sealed class PK3006AmbiguousNetwork : LintRule
{
    public override void Visit(LintedRule rule)
    {
        var facts = rule.Facts;
        foreach (var peer in rule.Peers)
        {
            if (peer is not NetworkPeer network) continue;
            if (Overlaps(network, facts.Networks.Pods)) Report(rule, network, "pods", SeesPods(facts));
            else if (Overlaps(network, facts.Networks.Nodes) || Overlaps(network, facts.Networks.Tunnels)) Report(rule, network, "nodes", facts.SeesNodesByAddress);
            else if (facts.ApiServer.OnNodes is true && Overlaps(network, facts.ApiServer.Cidrs)) Report(rule, network, "the API server's nodes", facts.SeesNodesByAddress);
            else continue;
            return;
        }
    }

    private static bool? SeesPods(ClusterProfile facts) =>
        facts.Engine is Enforcer.Cilium ? facts.Cilium.CidrMatchMode.Contains(CidrMatchMode.Pods) : facts.SeesNodesByAddress;

    private static void Report(LintedRule rule, NetworkPeer network, string whose, bool? sees) => rule.Report(
        RuleCatalogue.PK3006,
        $"names '{network.Block}', which holds addresses of {whose}: {Consequence(sees)}",
        "Name pods by their labels and nodes with Nodes, and take their addresses out with Except(…).");

    private static string Consequence(bool? sees) => sees switch
    {
        true => "the enforcer of this cluster matches them too, and others do not.",
        false => "the enforcer of this cluster does not match them, and others do.",
        null => "some enforcers match them, and others do not.",
    };

    private static bool Overlaps(NetworkPeer network, ValueArray<CidrBlock>? blocks)
    {
        foreach (var block in blocks ?? ValueArray<CidrBlock>.Empty)
        {
            if (network.Overlaps(block)) return true;
        }

        return false;
    }
}
