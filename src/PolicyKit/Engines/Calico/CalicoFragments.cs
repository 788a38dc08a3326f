using PolicyKit.Ir;
using PolicyKit.Manifests;

namespace PolicyKit.Engines.Calico;

/// <summary>Native fragments: rules in Calico's own words that may only add, checked and then appended in their order.</summary>
/// <remarks>
/// Deny and Pass before another policy's Allow cut or open it, and a Log on its own isolates: all three are refused.
/// A fragment with a fault is not appended, so that the fault is reported once, at its line of C# and of YAML.
/// </remarks>
internal static class CalicoFragments
{
    public static void Append(List<ManifestNode> rules, PolicyEntry entry, Direction direction, LoweringContext context)
    {
        foreach (var fragment in entry.Fragments)
        {
            if (!ReferenceEquals(fragment.Engine, context.Engine) || fragment.Direction != direction) continue;
            var added = Nodes.ListOf(NativeRules.Parsed(fragment, context));
            if (OnlyAdds(added, entry, fragment, context) && IsSound(added, entry, fragment, context)) rules.AddRange(added);
        }
    }

    private static bool OnlyAdds(ManifestList added, PolicyEntry entry, NativeFragment fragment, LoweringContext context)
    {
        var adds = true;
        foreach (var rule in added)
        {
            if (rule is not ManifestMap map || map["action"] is not ManifestText { Value: "Deny" or "Pass" or "Log" } action) continue;
            adds = false;
            context.Report(new("PK5006", Severity.Error,
                $"The {context.Engine} fragment of policy '{entry.Id}' says 'action: {action.Value}', and a fragment may only add to what the policy allows.",
                "Write 'action: Allow', or say it in a raw manifest with WithRaw(…).")
            {
                Origin = fragment.Origin,
                Position = action.Position,
            });
        }

        return adds;
    }

    private static bool IsSound(ManifestList added, PolicyEntry entry, NativeFragment fragment, LoweringContext context)
    {
        var sound = true;
        new TreeCheck(Report, context.Facts).At(
            fragment.Direction is Direction.Ingress ? "ingress" : "egress",
            check => check.Items(added, fragment.Direction is Direction.Ingress ? CalicoRuleRules.Ingress : CalicoRuleRules.Egress));
        return sound;

        void Report(RuleFinding finding)
        {
            sound = false;
            context.Report(new("PK5002", Severity.Error, $"The {context.Engine} fragment of policy '{entry.Id}', {finding}", "Mend the fragment.")
            {
                Origin = fragment.Origin,
                Position = finding.Position,
            });
        }
    }
}
