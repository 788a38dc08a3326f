using PolicyKit.Manifests;

namespace PolicyKit.Engines.Calico;

/// <summary>The rules for the <c>spec</c> of the four kinds of policy.</summary>
internal static class CalicoPolicyRules
{
    private static readonly string[] Keys = ["tier", "order", "selector", "serviceAccountSelector", "types", "ingress", "egress", "performanceHints"];
    private static readonly string[] StagedKeys = ["stagedAction", .. Keys];
    private static readonly string[] GlobalKeys = [.. Keys, "namespaceSelector", "doNotTrack", "preDNAT", "applyOnForward"];
    private static readonly string[] StagedGlobalKeys = ["stagedAction", .. GlobalKeys];

    public static void Policy(TreeCheck check, ManifestNode node) => Spec(check, node, Keys, isGlobal: false);

    public static void StagedPolicy(TreeCheck check, ManifestNode node) => Spec(check, node, StagedKeys, isGlobal: false);

    public static void GlobalPolicy(TreeCheck check, ManifestNode node) => Spec(check, node, GlobalKeys, isGlobal: true);

    public static void StagedGlobalPolicy(TreeCheck check, ManifestNode node) => Spec(check, node, StagedGlobalKeys, isGlobal: true);

    public static void Order(TreeCheck check, ManifestNode node)
    {
        if (node is not (ManifestInteger or ManifestDecimal)) check.Refuses(node, $"a number is expected, not a {node.KindName}");
    }

    private static void Spec(TreeCheck check, ManifestNode node, string[] keys, bool isGlobal)
    {
        if (check.Map(node) is not { } spec) return;
        check.OnlyKeys(spec, keys);
        check.Child(spec, "stagedAction", StagedAction);
        if (spec["stagedAction"] is ManifestText { Value: "Delete" })
        {
            NothingBesideDelete(check, spec);
            return;
        }

        check.Child(spec, "tier", Tier);
        check.Child(spec, "order", Order);
        check.Child(spec, "selector", CalicoSelectorRules.WithoutGlobal);
        check.Child(spec, "serviceAccountSelector", CalicoSelectorRules.WithoutGlobal);
        check.Child(spec, "performanceHints", Hints);
        check.Child(spec, "types", Types);
        var types = spec["types"] as ManifestList;
        if (types is not { Count: > 0 }) check.Trap(Objector.WeRefuse, spec, "it has no types, and what is then assumed depends on who validates it", "PK5004", "Write types, with Ingress, Egress or both.");
        Section(check, spec, "ingress", isGlobal ? CalicoRuleRules.GlobalIngress : CalicoRuleRules.Ingress, types is not { Count: > 0 } || types.Contains("Ingress"));
        Section(check, spec, "egress", isGlobal ? CalicoRuleRules.GlobalEgress : CalicoRuleRules.Egress, types is not { Count: > 0 } || types.Contains("Egress"));
        if (isGlobal) Global(check, spec, types);
    }

    private static void Tier(TreeCheck check, ManifestNode node)
    {
        if (check.Text(node) is not { } tier) return;
        if (NameSyntax.PolicyName(tier) is not null) check.Refuses(node, $"'{tier}' is not the name of a tier");
        if (!check.Facts.Calico.HasTiers()) check.Prunes(node, $"Calico {check.Facts.Calico.Version} has no tiers");
    }

    private static void StagedAction(TreeCheck check, ManifestNode node)
    {
        if (check.Text(node) is { } action && action is not ("Set" or "Delete" or "Learn" or "Ignore"))
            check.Refuses(node, $"'{action}' is not one of Set, Delete, Learn and Ignore");
    }

    private static void NothingBesideDelete(TreeCheck check, ManifestMap spec)
    {
        foreach (ref readonly var entry in spec.AsSpan())
        {
            if (entry.Key is "stagedAction" or "tier" || entry.Value is ManifestNull or ManifestList { Count: 0 } or ManifestText { Value: "" }) continue;
            check.Child(spec, entry.Key, static (check, value) => check.Refuses(value, "beside 'stagedAction: Delete' only the tier may be said"));
        }
    }

    private static void Hints(TreeCheck check, ManifestNode node)
    {
        if (check.List(node) is not { } hints) return;
        CalicoLists.Distinct(check, hints);
        check.Items(hints, static (check, item) =>
        {
            if (check.Text(item) is { } hint && hint is not "AssumeNeededOnEveryNode") check.Refuses(item, $"'{hint}' is not AssumeNeededOnEveryNode");
        });
    }

    private static void Types(TreeCheck check, ManifestNode node)
    {
        if (check.List(node) is not { } types) return;
        CalicoLists.Distinct(check, types);
        check.Items(types, static (check, item) =>
        {
            if (check.Text(item) is { } type && type is not ("Ingress" or "Egress")) check.Refuses(item, $"'{type}' is neither Ingress nor Egress");
        });
    }

    private static void Section(TreeCheck check, ManifestMap spec, string key, Action<TreeCheck, ManifestNode> rule, bool governed) =>
        check.Child(spec, key, (check, node) =>
        {
            if (check.List(node) is not { } rules) return;
            if (rules.Count == 0) check.WeRefuse(node, "an empty list says nothing, and without types it is read in two ways");
            else if (!governed) check.WeRefuse(node, "types does not name the direction, so the rules do nothing");
            CalicoLists.Limit(check, node, rules.Count, CalicoLimits.Rules, "rules");
            check.SharedItems(rules, rule);
        });

    private static void Global(TreeCheck check, ManifestMap spec, ManifestList? types)
    {
        check.Child(spec, "namespaceSelector", CalicoSelectorRules.WithoutGlobal);
        var (untracked, early, forward) = (Flag(check, spec, "doNotTrack"), Flag(check, spec, "preDNAT"), Flag(check, spec, "applyOnForward"));
        if (untracked && early) check.Refuses(spec, "preDNAT and doNotTrack exclude each other");
        if ((untracked || early) && !forward) check.Refuses(spec, "preDNAT and doNotTrack need applyOnForward");
        if (early && (spec["egress"] is ManifestList { Count: > 0 } || (types is not null && types.Contains("Egress")))) check.Refuses(spec, "preDNAT is for ingress alone");
    }

    private static bool Flag(TreeCheck check, ManifestMap spec, string key)
    {
        check.Child(spec, key, static (check, node) => check.Boolean(node));
        return spec[key] is ManifestBoolean { Value: true };
    }
}
