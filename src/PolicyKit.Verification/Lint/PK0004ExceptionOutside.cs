using PolicyKit.Verification.Engines.Calico;
using PolicyKit.Verification.Reading;
using PolicyKit.Verification.Rules;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Lint;

/// <summary>Kubernetes and Cilium refuse an exception that takes nothing out of its network, or all of it; Calico takes both, and they are slips there too.</summary>
internal sealed class PK0004ExceptionOutside : ManifestRule
{
    public override IEnumerable<LintFinding> Check(LintedManifests manifests) =>
        from policy in manifests.Reading.Policies.OfType<CalicoPolicyModel>()
        from rule in policy.Ingress.Concat(policy.Egress)
        from end in new[] { (Key: "source", Entity: rule.From), (Key: "destination", Entity: rule.To) }
        where end.Entity.Nets.Count > 0
        let whole = end.Entity.Nets.Aggregate(IpSet.Empty, (set, net) => set | net.Set)
        from hole in end.Entity.NotNets
        let problem = (whole & hole.Set).IsEmpty ? $"'{hole}' lies outside of what it is taken out of." : (whole - hole.Set).IsEmpty ? $"'{hole}' takes out everything, so that the rule matches nothing." : null
        where problem is not null
        select Finding(RuleCatalogue.PK0004, policy.Manifest, At(rule, end.Key), problem, "Remove it, or write a smaller network inside.");

    private static Place At(CalicoRule rule, string end) => rule.Place.Field(end, default).Field("notNets", default);
}
