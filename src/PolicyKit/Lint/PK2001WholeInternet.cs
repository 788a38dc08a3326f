using PolicyKit.Rules;

namespace PolicyKit.Lint;

/// <summary>The whole internet written as networks is often a placeholder that stayed; a word that says it aloud is no mistake, and only noted.</summary>
internal sealed class PK2001WholeInternet : LintRule
{
    public override void Visit(LintedRule rule)
    {
        if (rule.Internet.IsWhole)
        {
            rule.Report(
                RuleCatalogue.PK2001,
                $"allows {rule.Direction.Word()} {(rule.IsIngress ? "from" : "to")} {Words.List([.. rule.Peers.Where(IsWide).Select(peer => $"{peer}")])}, which is the whole internet.",
                $"Write Internet or {(rule.IsIngress ? "FromAnywhere()" : "ToAnywhere()")} if that is meant; otherwise name the networks.",
                about: rule.Peers.First(IsWide));
            return;
        }

        foreach (var peer in rule.Peers)
        {
            if (peer is not (AnywherePeer or InternetPeer)) continue;
            rule.Report(RuleCatalogue.PK2001, $"allows {rule.Direction.Word()} {(rule.IsIngress ? "from" : "to")} {(peer is AnywherePeer ? "anywhere" : "the whole internet")}.", "", Severity.Info, about: peer);
            return;
        }
    }

    private static bool IsWide(RulePeer peer) => peer is NetworkPeer network && InternetShare.IsWide(network);
}
