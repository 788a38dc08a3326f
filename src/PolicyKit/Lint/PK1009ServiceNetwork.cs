using PolicyKit.Rules;

namespace PolicyKit.Lint;

/// <summary>Policies act after the address of a Service was translated to that of a pod: a rule with a Service's address never matches.</summary>
internal sealed class PK1009ServiceNetwork : LintRule
{
    public override void Visit(LintedRule rule)
    {
        foreach (var peer in rule.Peers)
        {
            if (peer is not NetworkPeer network) continue;
            var known = rule.Facts.Networks.Services;
            if (known is null ? !WellKnown.IsUsualServiceNetwork(network.Block) : !network.Block.IsInOneOf(known.AsSpan())) continue;
            rule.Report(
                RuleCatalogue.PK1009,
                $"names '{network.Block}', where {(known is null ? "many clusters have their" : "this cluster has its")} Services: policies act after translation and never see such an address.",
                "Name the pods behind the Service, or ClusterDns, or ApiServer.",
                known is null ? Severity.Info : Severity.Warning,
                about: peer);
            return;
        }
    }
}
