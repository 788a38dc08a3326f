using PolicyKit.Rules;

namespace PolicyKit.Verification.Lint;

/// <summary>Every port is more than any workload listens on.</summary>
internal sealed class PK2003EveryPort : ManifestRule
{
    public override IEnumerable<LintFinding> Check(LintedManifests manifests) =>
        from rule in manifests.Allowing
        where rule.IsForAllTraffic
        select Finding(RuleCatalogue.PK2003, rule, $"The rule allows {(rule.Direction == Direction.Ingress ? "ingress" : "egress")} on every port.", "Name the ports that are needed.");
}
