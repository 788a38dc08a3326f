using PolicyKit.Verification.Connecting;
using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Rules;

namespace PolicyKit.Verification.Lint;

/// <summary>A rule that an earlier one contains says nothing new; often the earlier one is wider than was meant. A deny behind what allows it never acts.</summary>
internal sealed class PK4002Redundant : ManifestRule
{
    public override IEnumerable<LintFinding> Check(LintedManifests manifests)
    {
        foreach (var rules in manifests.Worlds.SelectMany(world => world.Rules).GroupBy(rule => rule.Block, ReferenceEqualityComparer.Instance))
        {
            var earlier = new List<LintedRule>();
            foreach (var rule in rules.Where(rule => rule.Effect is Effect.Allow or Effect.Deny or Effect.Pass))
            {
                if (earlier.Find(other => other.Place.Path != rule.Place.Path && Contains(other, rule)) is { } container) yield return Behind(container, rule);
                earlier.Add(rule);
            }
        }
    }

    private static LintFinding Behind(LintedRule container, LintedRule rule)
    {
        var path = container.Place.Path;
        if (container.Effect == rule.Effect) return Finding(RuleCatalogue.PK4002, rule, $"The rule {Does(rule)} nothing that '{path}' does not {Do(rule)} already.", "Remove it, or narrow the earlier one.");
        return Finding(RuleCatalogue.PK4002, rule, $"The rule never acts: '{path}' {Does(container)} all of it before.", "Put it before that one, or remove it.", rule.Effect == Effect.Deny ? Severity.Warning : null);
    }

    private static string Do(LintedRule rule) => rule.Effect switch
    {
        Effect.Deny => "deny",
        Effect.Pass => "pass",
        _ => "allow",
    };

    private static string Does(LintedRule rule) => rule.Effect switch
    {
        Effect.Deny => "denies",
        Effect.Pass => "passes",
        _ => "allows",
    };

    /// <summary>By what is written: the same peers and more, on the same ports and more. Ports by name are the same only where they are written the same.</summary>
    private static bool Contains(LintedRule wide, LintedRule narrow)
    {
        if (wide.Written.Own != narrow.Written.Own || !Implied.By(narrow.Written.Peer, wide.Written.Peer)) return false;
        if (wide.IsForAllTraffic || Implied.By(narrow.Written.Traffic, wide.Written.Traffic)) return true;
        if (TrafficParts.LooksAtEnds(wide.Written.Traffic) || TrafficParts.LooksAtEnds(narrow.Written.Traffic) || narrow.Ports.IsEmpty || narrow.IsForAllTraffic) return false;
        return narrow.IsWithin(wide);
    }
}
