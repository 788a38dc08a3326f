using PolicyKit.Rules;
using PolicyKit.Verification.Connecting;
using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Lint;

/// <summary>A rule that an earlier one contains says nothing new; often the earlier one is wider than was meant.</summary>
internal sealed class PK4002Redundant : ManifestRule
{
    public override IEnumerable<LintFinding> Check(LintedManifests manifests)
    {
        foreach (var rules in manifests.Worlds.SelectMany(world => world.Rules).GroupBy(rule => rule.Block, ReferenceEqualityComparer.Instance))
        {
            var earlier = new List<LintedRule>();
            foreach (var rule in rules)
            {
                if (rule.Effect == Effect.Allow && earlier.Find(other => other.Place.Path != rule.Place.Path && Contains(other, rule)) is { } container)
                {
                    yield return Finding(RuleCatalogue.PK4002, rule, $"The rule allows nothing that '{container.Place.Path}' does not allow already.", "Remove it, or narrow the earlier one.");
                }

                if (rule.Effect == Effect.Allow) earlier.Add(rule);
            }
        }
    }

    /// <summary>By what is written: the same peers and more, on the same ports and more. Ports by name are the same only where they are written the same.</summary>
    private static bool Contains(LintedRule wide, LintedRule narrow)
    {
        if (wide.Written.Own != narrow.Written.Own || !Parts(narrow.Written.Peer).All(part => wide.Written.Peer == EndpointPredicate.Always || Parts(wide.Written.Peer).Contains(part))) return false;
        if (wide.IsForAllTraffic || wide.Written.Traffic.Equals(narrow.Written.Traffic)) return true;
        if (TrafficParts.LooksAtEnds(wide.Written.Traffic) || TrafficParts.LooksAtEnds(narrow.Written.Traffic) || narrow.Ports.IsEmpty || narrow.IsForAllTraffic) return false;
        return narrow.IsWithin(wide);
    }

    private static IEnumerable<EndpointPredicate> Parts(EndpointPredicate peer) => peer is EndpointPredicate.Disjunction any ? any.Parts : [peer];
}
