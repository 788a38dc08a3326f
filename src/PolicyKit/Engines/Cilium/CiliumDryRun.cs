using PolicyKit.Ir;
using PolicyKit.Manifests;

namespace PolicyKit.Engines.Cilium;

/// <summary>Dry run: the same object, told not to deny what it does not name.</summary>
internal static class CiliumDryRun
{
    public const string Key = "enableDefaultDeny";

    /// <summary>Both directions are always written: a direction left out has its default back.</summary>
    public static readonly ManifestMap DenyNothing = Nodes.Map(("ingress", false), ("egress", false));

    public static bool IsPossible(PolicyEntry entry, LoweringContext context)
    {
        if (Obstacle(context) is not { } obstacle) return true;
        context.Refuse("PK3008", entry.Origin,
            $"Policy '{entry.Id}' is a dry run, and {obstacle}: the dry run would enforce.",
            "Enforce it, or say in the profile what the cluster really runs.");
        return false;
    }

    /// <summary>A raw object that denies nothing, or null when that cannot be had. It is checked before, so its sections have the right shape.</summary>
    public static Manifest? Rehearsed(Manifest raw, LoweringContext context)
    {
        if (Obstacle(context) is not null) return null;
        var entries = new List<ManifestEntry>(raw.Root.Count);
        foreach (var entry in raw.Root)
        {
            var rehearsed = (entry.Key, entry.Value) switch
            {
                ("spec", ManifestMap spec) => Rehearsed(spec),
                ("specs", ManifestList specs) => Rehearsed(specs),
                _ => entry.Value,
            };
            if (rehearsed is null) return null;
            entries.Add(new(entry.Key, rehearsed));
        }

        CiliumGaps.RawDryRunAllows(raw, context);
        return new(Nodes.MapOf(entries), raw.File);
    }

    private static string? Obstacle(LoweringContext context)
    {
        var facts = context.Facts.Cilium;
        if (facts.Version < CiliumVersions.NonDefaultDeny) return $"{context.Engine} {facts.Version} has no '{Key}' and would drop the field";
        return facts.NonDefaultDeny ? null : $"the profile says that {context.Engine} ignores '{Key}'";
    }

    private static ManifestList? Rehearsed(ManifestList specs)
    {
        var rehearsed = new List<ManifestNode>(specs.Count);
        foreach (var spec in specs)
        {
            if (spec is not ManifestMap map || Rehearsed(map) is not { } one) return null;
            rehearsed.Add(one);
        }

        return Nodes.ListOf(rehearsed);
    }

    private static ManifestMap? Rehearsed(ManifestMap spec)
    {
        if (HasRules(spec, "ingressDeny") || HasRules(spec, "egressDeny") || !AllOnlyAllow(spec, "ingress") || !AllOnlyAllow(spec, "egress")) return null;
        return Nodes.MapOf([.. spec.Where(entry => entry.Key is not Key), new(Key, DenyNothing)]);
    }

    private static bool HasRules(ManifestMap spec, string key) => spec[key] is ManifestList { Count: > 0 };

    private static bool AllOnlyAllow(ManifestMap spec, string key) =>
        spec[key] is not ManifestList rules || rules.OfType<ManifestMap>().All(rule => CiliumLayer7.Restriction(rule) is null);
}
