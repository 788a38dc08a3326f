using PolicyKit.Rules;

namespace PolicyKit.Verification.Lint;

/// <summary>The whole internet written as networks is often a placeholder that stayed; said aloud, or without the networks inside, it is only noted.</summary>
internal sealed class PK2001WholeInternet : ManifestRule
{
    public override IEnumerable<LintFinding> Check(LintedManifests manifests) =>
        from rule in manifests.Allowing
        where PublicAddresses.AreAllIn(rule.Outside)
        let isPlaceholder = rule.HasNetworks && !(rule.Outside & PublicAddresses.OfNetworksInside).IsEmpty
        select Finding(
            RuleCatalogue.PK2001,
            rule,
            $"The rule allows {(rule.Direction == Direction.Ingress ? "ingress from" : "egress to")} {(rule.HasNetworks ? "the whole internet" : "anywhere")}{(isPlaceholder ? " by its networks" : "")}.",
            isPlaceholder ? "Name the networks that are needed." : "",
            isPlaceholder ? null : Severity.Info);
}
