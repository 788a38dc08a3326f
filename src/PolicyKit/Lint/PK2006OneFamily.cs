using PolicyKit.Rules;

namespace PolicyKit.Lint;

/// <summary>Everywhere in one family is half of everywhere in a cluster that has both.</summary>
internal sealed class PK2006OneFamily : LintRule
{
    public override void Visit(LintedRule rule)
    {
        NetworkPeer? v4 = null, v6 = null;
        foreach (var peer in rule.Peers)
        {
            if (peer is AnywherePeer or InternetPeer or OutsideClusterPeer) return;
            if (peer is not NetworkPeer { Block.PrefixLength: 0 } network) continue;
            if (network.Block.Family is IpFamily.V4) v4 = network;
            else v6 = network;
        }

        if (v4 is null == v6 is null) return;
        var other = $"Cidr(\"{(v4 is null ? "0.0.0.0/0" : "::/0")}\")";
        rule.Report(
            RuleCatalogue.PK2006,
            $"names {(v4 is null ? "IPv6" : "IPv4")} networks that are nearly everywhere, and nothing of {(v4 is null ? "IPv4" : "IPv6")}.",
            $"Add {other} if the cluster has both families.",
            about: v4 ?? v6,
            beside: other);
    }
}
