using PolicyKit.Lint;
using PolicyKit.Rules;

namespace PolicyKit.Analyzers;

/// <summary>PK3003 on every engine: the resolver refuses such a rule, so the lint never meets one.</summary>
internal sealed class NamedPortTowardAddress : LintRule
{
    public override void Visit(LintedRule rule)
    {
        if (rule.IsIngress || FirstNamed(rule.Ports) is not { } named) return;
        foreach (var peer in rule.Peers)
        {
            if (!NamedPorts.HasNobodyToAsk(peer)) continue;
            rule.Report(
                RuleCatalogue.PK3003,
                $"allows the named port '{named.Name}' toward {peer}: a name is looked up at the pod that receives, and there is none.",
                $"Write the number: Port.Named(\"{named.Name}\").At(…).",
                about: named);
            return;
        }
    }

    private static Port.ByName? FirstNamed(ValueArray<Port> ports)
    {
        foreach (var port in ports)
        {
            if (port is Port.ByName named) return named;
        }

        return null;
    }
}
