using PolicyKit.Rules;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Lint;

/// <summary>DNS takes UDP first, and TCP for answers that do not fit: either alone fails now and then.</summary>
internal sealed class PK1003HalfOfDns : ManifestRule
{
    private const ushort Dns = 53;

    public override IEnumerable<LintFinding> Check(LintedManifests manifests)
    {
        var rules = manifests.Allowing.ToLookup(rule => (rule.Manifest, rule.Direction));
        foreach (var rule in manifests.Allowing)
        {
            var others = rules[(rule.Manifest, rule.Direction)];
            if (Names(rule.Ports.Udp) && !others.Any(other => other.IsForAllTraffic || other.Ports.Tcp.Contains(Dns)))
            {
                yield return Finding(RuleCatalogue.PK1003, rule, "The rule allows DNS over UDP only; an answer that does not fit is asked for again over TCP.", "Add TCP 53.");
            }
            else if (Names(rule.Ports.Tcp) && !others.Any(other => other.IsForAllTraffic || other.Ports.Udp.Contains(Dns)))
            {
                yield return Finding(RuleCatalogue.PK1003, rule, "The rule allows DNS over TCP only; resolvers are asked over UDP first.", "Add UDP 53.");
            }
        }
    }

    /// <summary>A range that happens to hold the port does not speak of DNS.</summary>
    private static bool Names(PortSet ports)
    {
        foreach (var range in ports.Ranges)
        {
            if (range is { First: Dns, Last: Dns }) return true;
        }

        return false;
    }
}
