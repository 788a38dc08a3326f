using PolicyKit.Rules;

namespace PolicyKit.Lint;

/// <summary>DNS takes UDP first, and TCP for answers that do not fit: either alone fails now and then.</summary>
internal sealed class PK1003HalfOfDns : LintRule
{
    public override void Visit(LintedRule rule)
    {
        foreach (var port in rule.Ports)
        {
            if (port is not Port.Numbered { Number: 53, Protocol: not Protocol.Sctp } half) continue;
            var other = half.Protocol is Protocol.Udp ? Protocol.Tcp : Protocol.Udp;
            if (IsAllowedSomewhere(rule.Section, other)) continue;
            rule.Report(
                RuleCatalogue.PK1003,
                half.Protocol is Protocol.Udp
                    ? "allows DNS over UDP only; an answer that does not fit is asked for again over TCP."
                    : "allows DNS over TCP only; resolvers are asked over UDP first.",
                "Write Port.Dns, which is both.",
                about: port,
                instead: "Port.Dns");
            return;
        }
    }

    private static bool IsAllowedSomewhere(ValueArray<PolicyRule> section, Protocol protocol)
    {
        foreach (var rule in section)
        {
            if (rule.Ports.Hold(protocol, 53)) return true;
        }

        return false;
    }
}
