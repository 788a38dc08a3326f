using PolicyKit.Ir;
using PolicyKit.Manifests;

namespace PolicyKit.Engines.Kubernetes;

/// <summary>Dry run in place: the same object with a last rule that allows everything, in each governed direction.</summary>
/// <remarks>
/// In place, because enforcing is then an update that plain <c>kubectl apply</c> performs; a companion object would have to be deleted,
/// which <c>apply</c> without pruning never does.
/// </remarks>
internal static class KubernetesDryRun
{
    public static void Declare(PolicyEntry entry, Direction direction, LoweringContext context) =>
        Declare($"'{entry.Id}'", new(direction, entry.Subject.Namespace, entry.Subject.Pods, [AnywherePeer.Instance], [Port.Any], "another policy denies the flow"), context);

    /// <summary>A raw NetworkPolicy that denies nothing. It is checked before, so its sections have the right shape. Whom it selects is not looked into: the gap is about its namespace.</summary>
    public static Manifest? Rehearsed(Manifest raw, LoweringContext context)
    {
        if (raw.Root["spec"] is not ManifestMap spec) return null;
        var types = Types(spec);
        var entries = spec.Where(entry => entry.Key is not ("policyTypes" or "ingress" or "egress")).ToList();
        entries.Add(new("policyTypes", Nodes.Texts(types)));
        foreach (var type in types)
        {
            var key = type is "Ingress" ? "ingress" : "egress";
            var rules = spec[key] is ManifestList list ? list.ToList() : [];
            rules.Add(ManifestMap.Empty);
            entries.Add(new(key, Nodes.ListOf(rules)));
            var direction = type is "Ingress" ? Direction.Ingress : Direction.Egress;
            Declare($"the raw {raw}", new(direction, raw.Namespace, LabelSelector.Everything, [AnywherePeer.Instance], [Port.Any], "the raw manifest selects the pod, and another policy denies the flow"), context);
        }

        var rehearsed = Nodes.MapOf(entries);
        return new(Nodes.MapOf([.. raw.Root.Select(entry => entry.Key is "spec" ? new ManifestEntry("spec", rehearsed) : entry)]), raw.File);
    }

    private static void Declare(string what, FlowSet flows, LoweringContext context) => context.Declare(new(
        Gaps.DryRunSuspendsOthers,
        context.Engine,
        $"on {context.Engine}, the dry run of {what} allows all {(flows.Direction is Direction.Ingress ? "ingress to" : "egress from")} its pods, also what other policies deny.",
        flows,
        GapEffect.Opens));

    // As the API server fills them in: Ingress always, Egress when there are egress rules.
    private static List<string> Types(ManifestMap spec)
    {
        if (spec["policyTypes"] is ManifestList { Count: > 0 } written)
            return written.OfType<ManifestText>().Select(type => type.Value).Distinct(StringComparer.Ordinal).ToList();
        return spec["egress"] is ManifestList { Count: > 0 } ? ["Ingress", "Egress"] : ["Ingress"];
    }
}
