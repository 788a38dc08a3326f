using PolicyKit.Ir;
using PolicyKit.Manifests;

namespace PolicyKit.Engines.ClusterNetworkPolicy;

/// <summary>Dry run: the allow layer alone. Without a deny layer nothing is denied, and nothing is observed either.</summary>
internal static class ClusterNetworkPolicyDryRun
{
    public static void Declare(PolicyEntry entry, LoweringContext context)
    {
        if (!context.HearsGaps) return;
        var gaps = new ClusterNetworkPolicyGaps(entry, context);
        if (entry.Ingress is { } ingress) gaps.Rehearsed(Direction.Ingress, ingress);
        if (entry.Egress is { } egress) gaps.Rehearsed(Direction.Egress, egress);
    }

    /// <summary>The accepting rules of a raw object; null when there is none, for then nothing is left of it. It is checked before, so it has the right shape.</summary>
    public static Manifest? Rehearsed(Manifest raw, LoweringContext context)
    {
        if (raw.Root["spec"] is not ManifestMap spec) return null;
        var entries = new List<ManifestEntry>(spec.Count);
        foreach (var entry in spec)
        {
            if (entry.Key is not ("ingress" or "egress")) entries.Add(entry);
            else if (Accepting(entry.Value) is { Count: > 0 } rules) entries.Add(entry with { Value = rules });
        }

        var rehearsed = Nodes.MapOf(entries);
        var accepts = false;
        foreach (var (key, direction) in (ReadOnlySpan<(string, Direction)>)[("ingress", Direction.Ingress), ("egress", Direction.Egress)])
        {
            if (!TreeCheck.Has(rehearsed, key)) continue;
            accepts = true;
            context.Declare(new(
                Gaps.DryRunAllows,
                context.Engine,
                $"on {context.Engine}, the dry run of the raw {raw} allows {key} that it accepts, also where something else denies it.",
                new(direction, null, LabelSelector.Everything, [AnywherePeer.Instance], [Port.Any], "the raw manifest accepts the flow, and something else denies it"),
                GapEffect.Opens));
        }

        return accepts ? new(Nodes.MapOf(raw.Root.Select(entry => entry.Key is "spec" ? new ManifestEntry("spec", rehearsed) : entry)), raw.File) : null;
    }

    private static ManifestList? Accepting(ManifestNode rules) => rules is ManifestList list
        ? Nodes.ListOf(list.Where(rule => rule is ManifestMap map && map["action"] is ManifestText { Value: "Accept" }))
        : null;
}
