using PolicyKit.Rules;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Lint;

/// <summary>Databases, consoles and control planes are scanned for day and night; they are never meant for anywhere.</summary>
internal sealed class PK2005SensitivePort : ManifestRule
{
    public override IEnumerable<LintFinding> Check(LintedManifests manifests) =>
        from rule in manifests.Allowing
        where rule.Direction == Direction.Ingress && PublicAddresses.AreAllIn(rule.Outside)
        let found = Find(rule.Ports.Tcp)
        where found is not null
        select Finding(RuleCatalogue.PK2005, rule, FormattableString.Invariant($"The rule opens port {found.Value.Port} ({found.Value.Service}) to anywhere."), "Name the peers that need it.");

    private static (int Port, string? Service)? Find(PortSet ports)
    {
        foreach (var range in ports.Ranges)
        {
            if (WellKnown.SensitivePort(range.First, range.Last, listed: null) is { } found) return found;
        }

        return null;
    }
}
