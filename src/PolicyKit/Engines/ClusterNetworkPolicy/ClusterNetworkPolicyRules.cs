using PolicyKit.Manifests;

namespace PolicyKit.Engines.ClusterNetworkPolicy;

/// <summary>What the API server says of a ClusterNetworkPolicy, what an agent cannot apply, and what we would not emit although both take it.</summary>
/// <remarks>
/// Source: the CRDs of both channels, their CEL rules included, and what the API says of its own fields. The API server drops unknown keys
/// and nulls first and counts then, so a peer of another channel is an empty peer.
/// </remarks>
internal static class ClusterNetworkPolicyRules
{
    private static readonly string[] RootKeys = ["apiVersion", "kind", "metadata", "spec", "status"];
    private static readonly string[] SpecKeys = ["tier", "priority", "subject", "ingress", "egress"];
    private static readonly string[] SubjectKeys = ["namespaces", "pods"];
    private static readonly string[] IngressKeys = ["name", "action", "from", "protocols"];
    private static readonly string[] EgressKeys = ["name", "action", "to", "protocols"];

    public static void Check(Manifest manifest, ClusterProfile facts, Action<RuleFinding> report, SharedNodes? shared = null)
    {
        var check = new TreeCheck(report, facts, Objector.AgentRefuses) { Shared = shared };
        check.OnlyKeys(manifest.Root, RootKeys);
        check.Metadata(manifest.Root);
        check.Child(manifest.Root, "metadata", static (check, node) =>
        {
            if (node is ManifestMap metadata) check.Child(metadata, "namespace", static (check, node) => check.Prunes(node, "the kind has no namespaces"));
        });
        ClusterNetworkPolicyShape.Requires(check, manifest.Root, "spec");
        check.Child(manifest.Root, "spec", Spec);
    }

    /// <summary>One rule of a section.</summary>
    public static void CheckRule(ManifestNode rule, Direction direction, ClusterProfile facts, Action<RuleFinding> report)
    {
        var check = new TreeCheck(report, facts, Objector.AgentRefuses);
        if (direction is Direction.Ingress) check.At("ingress", check => IngressRule(check, rule));
        else check.At("egress", check => EgressRule(check, rule));
    }

    private static void Spec(TreeCheck check, ManifestNode node)
    {
        if (check.Map(node) is not { } spec) return;
        ClusterNetworkPolicyShape.Keys(check, spec, SpecKeys);
        ClusterNetworkPolicyShape.Requires(check, spec, "tier");
        ClusterNetworkPolicyShape.Requires(check, spec, "priority");
        ClusterNetworkPolicyShape.Requires(check, spec, "subject");
        check.Child(spec, "tier", static (check, node) =>
        {
            if (check.Text(node) is { } tier && tier is not ("Admin" or "Baseline")) check.Refuses(node, $"'{tier}' is neither Admin nor Baseline");
        });
        check.Child(spec, "priority", static (check, node) =>
        {
            if (check.Integer(node) is { } priority && priority is < 0 or > 1000)
                check.Refuses(node, FormattableString.Invariant($"{priority} is not a priority; priorities are 0 to 1000"));
        });
        check.Child(spec, "subject", static (check, node) =>
        {
            if (check.Map(node) is not { } subject) return;
            ClusterNetworkPolicyShape.One(check, subject, SubjectKeys);
            check.Child(subject, "namespaces", SelectorRules.Check);
            check.Child(subject, "pods", ClusterNetworkPolicyPeerRules.Pods);
        });
        check.Child(spec, "ingress", static (check, node) => Section(check, node, IngressRule));
        check.Child(spec, "egress", static (check, node) => Section(check, node, EgressRule));
    }

    private static void Section(TreeCheck check, ManifestNode node, Action<TreeCheck, ManifestNode> rule)
    {
        if (check.List(node) is not { } rules) return;
        if (rules.Count == 0) check.WeRefuse(node, "an empty list has no effect here, and isolates on other engines");
        ClusterNetworkPolicyShape.AtMost(check, rules);
        check.SharedItems(rules, rule);
    }

    private static void IngressRule(TreeCheck check, ManifestNode node)
    {
        if (Rule(check, node, IngressKeys) is { } rule)
            check.Child(rule, "from", static (check, node) => ClusterNetworkPolicyShape.Items(check, node, ClusterNetworkPolicyPeerRules.Source));
    }

    private static void EgressRule(TreeCheck check, ManifestNode node)
    {
        if (Rule(check, node, EgressKeys) is not { } rule) return;
        check.Child(rule, "to", static (check, node) => ClusterNetworkPolicyShape.Items(check, node, ClusterNetworkPolicyPeerRules.Destination));
        if (HasItemWith(rule["to"], "domainNames") && rule["action"] is ManifestText { Value: not "Accept" })
            check.AgentRefuses(rule, "host names stand in rules that accept, and in no others");
        if (!HasItemWith(rule["protocols"], "destinationNamedPort")) return;
        if (!HasItemWith(rule["to"], "networks") && !HasItemWith(rule["to"], "nodes") && !HasItemWith(rule["to"], "domainNames")) return;
        if (check.Facts.ClusterNetworkPolicy.Channel is ReleaseChannel.Experimental) check.Refuses(rule, "only pods have named ports");
        else check.WeRefuse(rule, "only pods have named ports, so this one matches nothing else");
    }

    private static ManifestMap? Rule(TreeCheck check, ManifestNode node, string[] keys)
    {
        if (check.Map(node) is not { } rule) return null;
        ClusterNetworkPolicyShape.Keys(check, rule, keys);
        ClusterNetworkPolicyShape.Requires(check, rule, "action");
        ClusterNetworkPolicyShape.Requires(check, rule, keys[2]);
        check.Child(rule, "name", static (check, node) =>
        {
            if (check.Text(node) is { Length: > 100 }) check.Refuses(node, "a name has at most 100 characters");
        });
        check.Child(rule, "action", static (check, node) =>
        {
            if (check.Text(node) is { } action && action is not ("Accept" or "Deny" or "Pass")) check.Refuses(node, $"'{action}' is not one of Accept, Deny and Pass");
        });
        check.Child(rule, "protocols", static (check, node) => ClusterNetworkPolicyShape.Items(check, node, ClusterNetworkPolicyPortRules.Check));
        return rule;
    }

    private static bool HasItemWith(ManifestNode? list, string key)
    {
        if (list is not ManifestList items) return false;
        foreach (var item in items.AsSpan())
        {
            if (item is ManifestMap map && TreeCheck.Has(map, key)) return true;
        }

        return false;
    }
}
