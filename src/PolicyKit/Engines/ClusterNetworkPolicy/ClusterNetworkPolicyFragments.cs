using PolicyKit.Ir;
using PolicyKit.Manifests;

namespace PolicyKit.Engines.ClusterNetworkPolicy;

/// <summary>Native fragments: rules that accept, and nothing else, for a fragment can only add.</summary>
internal static class ClusterNetworkPolicyFragments
{
    public static bool Admits(NativeFragment fragment, ManifestNode rule, PolicyEntry entry, LoweringContext context)
    {
        var sound = true;
        ClusterNetworkPolicyRules.CheckRule(rule, fragment.Direction, context.Facts, finding => Refuse(
            "PK5002", finding.Position, $"The {fragment.Engine} fragment of policy '{entry.Id}', {finding}", "Mend the native fragment."));
        if (sound && rule is ManifestMap map && map["action"] is ManifestText { Value: not "Accept" } action)
        {
            Refuse("PK5006", action.Position,
                $"The {fragment.Engine} fragment of policy '{entry.Id}' has a rule with the action '{action.Value}', and a fragment can only add to what the policy allows.",
                "Write 'action: Accept', or say it in a manifest of its own with WithRaw(…).");
        }

        return sound;

        void Refuse(string id, TextPosition position, string message, string mend)
        {
            sound = false;
            context.Report(new(id, Severity.Error, message, mend) { Origin = fragment.Origin, Position = position });
        }
    }
}
