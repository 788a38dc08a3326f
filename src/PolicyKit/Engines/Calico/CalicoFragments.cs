using PolicyKit.Ir;
using PolicyKit.Manifests;

namespace PolicyKit.Engines.Calico;

/// <summary>Native fragments: rules in Calico's own words, which may only add, looked at one by one before they are appended.</summary>
/// <remarks>Deny and Pass before another policy's Allow cut or open it, and a Log on its own isolates: all three are refused.</remarks>
internal static class CalicoFragments
{
    public static void Append(List<ManifestNode> rules, PolicyEntry entry, Direction direction, LoweringContext context)
    {
        if (entry.Fragments.Count > 0) AppendChecked(rules, entry, direction, context);
    }

    // A method of its own: the lambda captures, and would otherwise cost every policy an allocation.
    private static void AppendChecked(List<ManifestNode> rules, PolicyEntry entry, Direction direction, LoweringContext context) =>
        NativeRules.Append(rules, entry, direction, context, (fragment, rule) => OnlyAdds(entry, fragment, rule, context) && IsSound(entry, fragment, rule, context));

    private static bool OnlyAdds(PolicyEntry entry, NativeFragment fragment, ManifestNode rule, LoweringContext context)
    {
        if (rule is not ManifestMap map || map["action"] is not ManifestText { Value: "Deny" or "Pass" or "Log" } action) return true;
        context.Report(new("PK5006", Severity.Error,
            $"The {context.Engine} fragment of policy '{entry.Id}' says 'action: {action.Value}', and a fragment may only add to what the policy allows.",
            "Write 'action: Allow', or say it in a raw manifest with WithRaw(…).")
        {
            Origin = fragment.Origin,
            Position = action.Position,
        });
        return false;
    }

    private static bool IsSound(PolicyEntry entry, NativeFragment fragment, ManifestNode rule, LoweringContext context)
    {
        var sound = true;
        var check = new TreeCheck(Report, context.Facts);
        check.Enter(fragment.Direction is Direction.Ingress ? "ingress" : "egress");
        if (fragment.Direction is Direction.Ingress) CalicoRuleRules.Ingress(check, rule);
        else CalicoRuleRules.Egress(check, rule);
        return sound;

        void Report(RuleFinding finding)
        {
            sound = false;
            context.Report(new(finding.RuleId, Severity.Error, $"The {context.Engine} fragment of policy '{entry.Id}', {finding}", "Mend the fragment.")
            {
                Origin = fragment.Origin,
                Position = finding.Position,
            });
        }
    }
}
