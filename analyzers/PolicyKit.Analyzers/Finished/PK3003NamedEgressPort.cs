using PolicyKit.Analyzers.Reading;
using PolicyKit.Rules;

namespace PolicyKit.Analyzers.Finished;

/// <summary>PK3003 on Cilium: any named port on egress. Toward an address a name has nobody to look it up at on any engine: that is decided where the rule is written.</summary>
internal sealed class PK3003NamedEgressPort() : EngineRule(RuleCatalogue.PK3003)
{
    protected override EngineLimit? Find(string engine, bool hasNoProfile, Direction direction, KnownRule rule, RulePeer peer)
    {
        if (engine != "Cilium" || direction is Direction.Ingress || NamedPorts.HasNobodyToAsk(peer)) return null;
        for (var at = 0; at < rule.Ports?.Count; at++)
        {
            if (rule.Ports[at] is Port.ByName named)
                return new($"allows the named port '{named.Name}' on egress, and cilium skips such a rule where pods give the name to different numbers.", $"Write the number: Port.Named(\"{named.Name}\").At(…).", Port: at);
        }

        return null;
    }
}
