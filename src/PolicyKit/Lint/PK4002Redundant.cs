using PolicyKit.Rules;

namespace PolicyKit.Lint;

/// <summary>A rule that an earlier one contains says nothing new; often the earlier one is wider than was meant.</summary>
internal sealed class PK4002Redundant : LintRule
{
    public override void Visit(LintedRule rule)
    {
        if (rule.Ports.Count == 0 || rule.Peers.Count == 0) return;
        ReportPorts(rule);
        for (var i = 0; i < rule.Index; i++)
        {
            var earlier = rule.Section[i];
            if (!Containment.Contains(earlier, rule.Section[rule.Index])) continue;
            rule.Report(
                RuleCatalogue.PK4002,
                $"allows nothing here that its {(earlier.Origin.IsKnown ? $"rule at {earlier.Origin}" : "earlier rule")} does not allow already.",
                "Remove it, or narrow the earlier one.");
            return;
        }
    }

    private static void ReportPorts(LintedRule rule)
    {
        foreach (var port in rule.Ports)
        {
            if (port is not Port.Every || rule.Ports.Count == 1) continue;
            rule.Report(RuleCatalogue.PK4002, "names Port.Any beside other ports, which are part of it.", "Leave one of them.", about: port);
            return;
        }
    }
}
