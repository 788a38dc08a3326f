using PolicyKit.Manifests;

namespace PolicyKit.Engines.Cilium;

/// <summary>What the API server and each agent say of a policy, and what we would not emit although both accept it.</summary>
/// <remarks>
/// Two gates that disagree: what the agent refuses is stored all the same, shows up as applied, and enforces nothing.
/// So a manifest is held to both; where the API server refuses a value, what the agent would have said no longer matters.
/// </remarks>
internal static class CiliumRules
{
    public static void Check(Manifest manifest, EngineVersion version, Action<RuleFinding> report, SharedNodes? shared = null)
    {
        var check = new TreeCheck(report) { Shared = shared };
        check.Metadata(manifest.Root);
        CiliumSchema.Root.Check(check, manifest.Root, version);
        var agent = new CiliumAgentRules(check, version, isNamespaced: manifest.Kind is CiliumEngine.Kind);
        agent.Object(manifest.Root);
    }

    /// <summary>The same for one rule, as it stands in a native fragment.</summary>
    public static void CheckRule(ManifestNode rule, Direction direction, EngineVersion version, Action<RuleFinding> report)
    {
        var check = new TreeCheck(report);
        check.Enter(direction is Direction.Ingress ? "ingress" : "egress");
        (direction is Direction.Ingress ? CiliumSchema.Ingress : CiliumSchema.Egress).Check(check, rule, version);
        if (rule is ManifestMap map) new CiliumAgentRules(check, version, isNamespaced: true).Rule(map, new(direction, Denies: false, ForNodes: false));
    }
}
