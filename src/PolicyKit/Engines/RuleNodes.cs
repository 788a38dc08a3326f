using System.Runtime.InteropServices;
using PolicyKit.Ir;
using PolicyKit.Manifests;

namespace PolicyKit.Engines;

/// <summary>The rules of a direction, lowered one after the other.</summary>
internal static class RuleNodes
{
    /// <param name="entry">The policy.</param>
    /// <param name="direction">A direction that it governs.</param>
    /// <param name="context">Where trees are shared.</param>
    /// <param name="lower">Appends what one rule becomes. It depends on the peers and ports of the rule, the direction, the policy's namespace and the cluster, and otherwise only reports and declares.</param>
    public static List<ManifestNode> Lower(PolicyEntry entry, Direction direction, LoweringContext context, Action<List<ManifestNode>, RuleIr, Direction> lower)
    {
        var section = entry.Section(direction)!;
        var rules = new List<ManifestNode>(section.Rules.Count + 1);
        foreach (var rule in section.Rules)
        {
            if (context.Shared.OfRule(entry, direction, rule) is { } known)
            {
                rules.AddRange(known);
                continue;
            }

            var (from, said) = (rules.Count, context.Said);
            lower(rules, rule, direction);
            // What is said names the policy: it has to be said again for the next one.
            if (context.Said == said && entry.Mode is RolloutMode.Enforce) context.Shared.KeepRule(direction, rule, CollectionsMarshal.AsSpan(rules)[from..].ToArray());
        }

        return rules;
    }
}
