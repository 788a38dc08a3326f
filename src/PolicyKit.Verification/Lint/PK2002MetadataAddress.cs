using PolicyKit.Rules;
using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Lint;

/// <summary>Clouds hand out the node's credentials at one link-local address to whoever can reach it; a pod that is broken into can, unless its egress says no.</summary>
internal sealed class PK2002MetadataAddress : ManifestRule
{
    private static readonly IpSet Metadata = IpSet.Parse(WellKnown.MetadataAddress);

    public override IEnumerable<LintFinding> Check(LintedManifests manifests) =>
        from rule in manifests.Allowing
        where rule.Direction == Direction.Egress && (Metadata - rule.Outside).IsEmpty

        // The address by itself was written on purpose.
        where !rule.PeerLeaves.Any(leaf => leaf is EndpointPredicate.AddressIn network && network.Set.Equals(Metadata))
        select Finding(
            RuleCatalogue.PK2002,
            rule,
            "The rule allows egress to the cloud's metadata address 169.254.169.254.",
            rule.HasNetworks ? $"Add '{WellKnown.MetadataAddress}' to the exceptions." : "Name the networks that are needed.");
}
