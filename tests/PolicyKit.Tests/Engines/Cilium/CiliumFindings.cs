using PolicyKit.Engines.Cilium;
using PolicyKit.Manifests;

namespace PolicyKit.Tests.Engines.Cilium;

/// <summary>Findings in a short form: who objects, where, and what for.</summary>
internal static class CiliumFindings
{
    public static readonly EngineVersion Usual = new(1, 18);

    /// <summary>The findings of one rule, with the path below the rule.</summary>
    public static string[] OfRule(string section, string rule, EngineVersion? version = null)
    {
        var braced = rule.StartsWith('{') ? rule : $"{{ {rule} }}";
        var prefix = $"spec.{section}[0]";
        return [.. OfSpec($"{{ endpointSelector: {{}}, {section}: [{braced}] }}", version).Select(finding => finding.Replace(prefix + ".", "", StringComparison.Ordinal).Replace(prefix, "", StringComparison.Ordinal))];
    }

    /// <summary>The findings of a policy with this spec.</summary>
    public static string[] OfSpec(string spec, EngineVersion? version = null) =>
        Of($"apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: {{ name: p, namespace: x }}\nspec: {spec}", version);

    public static string[] Of(string yaml, EngineVersion? version = null)
    {
        var findings = new List<string>();
        CiliumRules.Check(ManifestReader.Read(yaml).Manifests.ShouldHaveSingleItem(), version ?? Usual, finding => findings.Add($"{Who(finding.Objector)} {finding.Path}: {finding.Message}"));
        return [.. findings];
    }

    private static string Who(Objector objector) => objector switch
    {
        Objector.ApiServerRefuses => "api",
        Objector.ApiServerPrunes => "lost",
        Objector.AgentRefuses => "agent",
        _ => "we",
    };
}
