using PolicyKit.Rules;

namespace PolicyKit.Lint;

/// <summary>Every port is more than any workload listens on.</summary>
internal sealed class PK2003EveryPort : LintRule
{
    public override void Visit(LintedRule rule)
    {
        foreach (var port in rule.Ports)
        {
            if (port is not Port.Every) continue;
            rule.Report(
                RuleCatalogue.PK2003,
                $"allows {rule.Direction.Word()} on every port {(rule.IsIngress ? "from" : "to")} {Words.List([.. rule.Peers.Select(peer => $"{peer}")])}.",
                "Name the ports that are needed.",
                about: port);
            return;
        }
    }
}
