using PolicyKit.Rules;

namespace PolicyKit.Lint;

/// <summary>Everywhere in one family is half of everywhere in a cluster that has both.</summary>
internal sealed class PK2006OneFamily : LintRule
{
    public override void Visit(LintedRule rule)
    {
        var (v4, v6) = (false, false);
        foreach (var peer in rule.Peers)
        {
            if (peer is AnywherePeer or InternetPeer or OutsideClusterPeer) return;
            if (peer is not NetworkPeer { Block: { PrefixLength: 0 } block }) continue;
            if (block.Family is IpFamily.V4) v4 = true;
            else v6 = true;
        }

        if (v4 == v6) return;
        rule.Report(
            RuleCatalogue.PK2006,
            $"names {(v4 ? "IPv4" : "IPv6")} networks that are nearly everywhere, and nothing of {(v4 ? "IPv6" : "IPv4")}.",
            $"Add Cidr(\"{(v4 ? "::/0" : "0.0.0.0/0")}\") if the cluster has both families.");
    }
}
