using PolicyKit.Ir;
using PolicyKit.Manifests;

namespace PolicyKit.Engines;

/// <summary>Native fragments of the emitted engine: parsed, and appended to the rules of their direction.</summary>
internal static class NativeRules
{
    /// <summary>Appends the rules of the fragments, in the order in which they were written.</summary>
    /// <param name="rules">Where to append.</param>
    /// <param name="entry">The policy.</param>
    /// <param name="direction">The direction.</param>
    /// <param name="context">Where to report.</param>
    /// <param name="admit">Sees each rule first; false leaves it out, and the reason was reported.</param>
    public static void Append(
        List<ManifestNode> rules, PolicyEntry entry, Direction direction, LoweringContext context, Func<NativeFragment, ManifestNode, bool>? admit = null)
    {
        foreach (var fragment in entry.Fragments)
        {
            if (!ReferenceEquals(fragment.Engine, context.Engine) || fragment.Direction != direction) continue;
            foreach (var rule in Parsed(fragment, context))
            {
                if (admit is null || admit(fragment, rule)) rules.Add(rule);
            }
        }
    }

    /// <summary>A fragment for a direction that its policy leaves open would isolate it on one engine and do nothing on the others.</summary>
    public static void RefuseUngoverned(PolicyEntry entry, LoweringContext context)
    {
        foreach (var fragment in entry.Fragments)
        {
            if (entry.Section(fragment.Direction) is not null) continue;
            var (section, verb) = fragment.Direction is Direction.Ingress ? ("ingress", "DenyIngressByDefault()") : ("egress", "DenyEgressByDefault()");
            context.Refuse("PK5006", fragment.Origin, $"The {fragment.Engine} fragment of policy '{entry.Id}' is for {section}, which the policy does not govern.", $"Add {verb}, or take the fragment out.");
        }
    }

    /// <summary>The rules of a fragment; none when it is not a list, which is reported.</summary>
    public static IEnumerable<ManifestNode> Parsed(NativeFragment fragment, LoweringContext context)
    {
        var read = ManifestReader.ReadNode(fragment.Yaml);
        foreach (var diagnostic in read.Diagnostics) context.Report(diagnostic with { Origin = fragment.Origin });
        if (read.Node is ManifestList list) return list;
        if (read.Node is not null)
        {
            context.Report(new("PK5001", Severity.Error, $"A native fragment for {context.Engine} is a list of rules, and this is a {read.Node.KindName}.", "Begin each rule with '- '.")
            {
                Origin = fragment.Origin,
                Position = read.Node.Position,
            });
        }

        return [];
    }
}
