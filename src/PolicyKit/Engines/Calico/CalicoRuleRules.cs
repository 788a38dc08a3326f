using PolicyKit.Manifests;

namespace PolicyKit.Engines.Calico;

/// <summary>The rules for one rule of <c>ingress</c> or <c>egress</c>.</summary>
internal static class CalicoRuleRules
{
    private static readonly string[] Keys = ["metadata", "action", "ipVersion", "protocol", "notProtocol", "icmp", "notICMP", "source", "destination", "http"];
    private static readonly string[] MetadataKeys = ["annotations"];

    public static void Ingress(TreeCheck check, ManifestNode node) => Check(check, node, Direction.Ingress, isGlobal: false);

    public static void Egress(TreeCheck check, ManifestNode node) => Check(check, node, Direction.Egress, isGlobal: false);

    public static void GlobalIngress(TreeCheck check, ManifestNode node) => Check(check, node, Direction.Ingress, isGlobal: true);

    public static void GlobalEgress(TreeCheck check, ManifestNode node) => Check(check, node, Direction.Egress, isGlobal: true);

    private static void Check(TreeCheck check, ManifestNode node, Direction direction, bool isGlobal)
    {
        if (check.Map(node) is not { } rule) return;
        check.OnlyKeys(rule, Keys);
        if (!TreeCheck.Has(rule, "action")) check.Refuses(rule, "it has no action");
        check.Child(rule, "action", Action);
        check.Child(rule, "metadata", Metadata);
        check.Child(rule, "protocol", CalicoPortRules.Protocol);
        check.Child(rule, "notProtocol", CalicoPortRules.Protocol);
        check.Child(rule, "ipVersion", IpVersion);
        CalicoLayerRules.Check(check, rule, direction);
        check.Child(rule, "source", CalicoEntityRules.Check);
        check.Child(rule, "destination", CalicoEntityRules.Check);
        PortsNeedProtocol(check, rule, "source");
        PortsNeedProtocol(check, rule, "destination");
        CalicoFamilyRules.Check(check, rule);
        CalicoServiceRules.Check(check, rule, direction, isGlobal);
    }

    private static void Action(TreeCheck check, ManifestNode node)
    {
        if (check.Text(node) is { } action && action is not ("Allow" or "Deny" or "Log" or "Pass")) check.Refuses(node, $"'{action}' is not one of Allow, Deny, Log and Pass");
    }

    private static void Metadata(TreeCheck check, ManifestNode node)
    {
        if (check.Map(node) is not { } metadata) return;
        check.OnlyKeys(metadata, MetadataKeys);
        check.Child(metadata, "annotations", static (check, node) =>
        {
            if (check.Map(node) is { } annotations) check.Entries(annotations, static (check, key, value) =>
            {
                if (NameSyntax.AnnotationKey(key) is not null) check.Refuses(value, $"'{key}' is not an annotation key");
                check.Text(value);
            });
        });
    }

    private static void IpVersion(TreeCheck check, ManifestNode node)
    {
        if (check.Integer(node) is { } version && version is not (4 or 6)) check.Refuses(node, FormattableString.Invariant($"{version} is neither 4 nor 6"));
    }

    // A name needs no protocol: it is then looked up for each of those that have ports.
    private static void PortsNeedProtocol(TreeCheck check, ManifestMap rule, string end)
    {
        if (rule[end] is not ManifestMap entity) return;
        if (CalicoPortRules.HasPorts(rule["protocol"])) return;
        var named = !TreeCheck.Has(rule, "protocol");
        check.Enter(end);
        foreach (var key in (ReadOnlySpan<string>)["ports", "notPorts"])
        {
            if (entity[key] is not ManifestList { Count: > 0 } ports || (named && ports.All(CalicoPortRules.IsName))) continue;
            check.Enter(key);
            check.Refuses(ports, "ports by number need the protocol TCP, UDP or SCTP, and no other protocol has ports");
            check.Leave();
        }

        check.Leave();
    }
}
