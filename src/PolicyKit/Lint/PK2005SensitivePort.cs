using PolicyKit.Rules;

namespace PolicyKit.Lint;

/// <summary>Databases, consoles and control planes are scanned for day and night; they are never meant for anywhere.</summary>
internal sealed class PK2005SensitivePort : LintRule
{
    public override void Visit(LintedRule rule)
    {
        if (!rule.IsIngress || !IsOpenToAnywhere(rule)) return;
        foreach (var port in rule.Ports)
        {
            if (Find(port) is not { } sensitive) continue;
            rule.Report(
                RuleCatalogue.PK2005,
                FormattableString.Invariant($"opens port {sensitive.Port} ({sensitive.Service}) to anywhere."),
                "Name the peers that need it.",
                about: port);
            return;
        }
    }

    private static (int Port, string Service)? Find(Port port) => port switch
    {
        Port.Numbered { Protocol: Protocol.Tcp } one => WellKnown.SensitivePort(one.Number, one.Number),
        Port.Ranged { Protocol: Protocol.Tcp } range => WellKnown.SensitivePort(range.First, range.Last),
        Port.Every or Port.EveryOf { Protocol: Protocol.Tcp } => WellKnown.SensitivePort(1, 65535),
        Port.ApiServerEndpoint => WellKnown.SensitivePort(6443, 6443),
        _ => null,
    };

    private static bool IsOpenToAnywhere(LintedRule rule)
    {
        foreach (var peer in rule.Peers)
        {
            if (peer is AnywherePeer or InternetPeer or OutsideClusterPeer) return true;
        }

        return rule.Internet.IsWhole;
    }
}
