using PolicyKit.Rules;
using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Engines.Calico;

namespace PolicyKit.Verification.Lint;

/// <summary>What Calico accepts, and does otherwise than it reads.</summary>
internal sealed class PK5008CalicoTraps : ManifestRule
{
    /// <summary>The place of NetworkPolicies in the tier.</summary>
    private const double OrderOfNetworkPolicies = 1000;

    public override IEnumerable<LintFinding> Check(LintedManifests manifests)
    {
        var policies = manifests.Reading.Policies.OfType<CalicoPolicyModel>().ToList();
        foreach (var policy in policies)
        {
            foreach (var rules in new[] { policy.Ingress, policy.Egress })
            {
                foreach (var finding in InOrder(policy, rules)) yield return finding;
            }

            if (IsBehindDeny(policy, policies) is { } deny)
            {
                yield return Finding(RuleCatalogue.PK5008, policy.Manifest, new SpecView(policy.Manifest).PlaceOf("order"), $"The policy allows and has no order, so it comes after every policy that has one, and {deny.Manifest} denies before it.", "Write an order below that of the policy that denies.");
            }
        }

        foreach (var label in manifests.Policies.SelectMany(WrittenLabel.In))
        {
            if (label is { OfNamespace: true, Key: CalicoLabels.Namespace })
            {
                yield return Finding(RuleCatalogue.PK5008, label.Manifest, label.Place, $"Namespaces do not have the label '{CalicoLabels.Namespace}'; pods do.", "Write 'projectcalico.org/name'.");
            }
        }
    }

    private static IEnumerable<LintFinding> InOrder(CalicoPolicyModel policy, ValueArray<CalicoRule> rules)
    {
        for (var i = 0; i < rules.Count; i++)
        {
            var rule = rules[i];
            if (rule.Action == Effect.Pass && policy.Tier == CalicoTier.DefaultName)
            {
                yield return Finding(RuleCatalogue.PK5008, policy.Manifest, rule.Place, "The rule passes in the tier 'default', so that what it matches skips every other policy there, NetworkPolicies too.", "Write Allow or Deny.");
            }
            else if (rule.Action == Effect.Continue && i == rules.Count - 1)
            {
                yield return Finding(RuleCatalogue.PK5008, policy.Manifest, rule.Place, "The last rule only logs; what it matches is denied at the end of the tier.", "Add a rule after it that decides.");
            }
            else if (rule.Action == Effect.Deny && policy.Tier == CalicoTier.DefaultName && policy.Order < OrderOfNetworkPolicies)
            {
                yield return Finding(RuleCatalogue.PK5008, policy.Manifest, rule.Place, FormattableString.Invariant($"The rule denies at order {policy.Order}, before every NetworkPolicy, which are at {OrderOfNetworkPolicies}: what they allow is cut off."), "Write an order above 1000, or leave the rule out: the end of the tier denies.");
            }
        }
    }

    /// <summary>Which policy of the tier and of the same pods' namespace denies with an order, where this one allows without.</summary>
    private static CalicoPolicyModel? IsBehindDeny(CalicoPolicyModel policy, IEnumerable<CalicoPolicyModel> policies) =>
        !double.IsPositiveInfinity(policy.Order) ? null : policies.FirstOrDefault(other =>
            other.Tier == policy.Tier
            && !double.IsPositiveInfinity(other.Order)
            && (other.Namespace is null || policy.Namespace is null || other.Namespace == policy.Namespace)
            && Enum.GetValues<Direction>().Any(direction => policy.Rules(direction).Any(rule => rule.Action == Effect.Allow) && other.Rules(direction).Any(rule => rule.Action == Effect.Deny)));
}
