using PolicyKit.Manifests;

namespace PolicyKit.Engines.Calico;

/// <summary>The rules for ICMP and for HTTP.</summary>
internal static class CalicoLayerRules
{
    private static readonly string[] IcmpKeys = ["type", "code"];
    private static readonly string[] HttpKeys = ["methods", "paths"];
    private static readonly string[] PathKeys = ["exact", "prefix"];

    public static void Check(TreeCheck check, ManifestMap rule, Direction direction)
    {
        check.Child(rule, "icmp", Icmp);
        check.Child(rule, "notICMP", Icmp);
        if (TreeCheck.Has(rule, "icmp") && !IsIcmp4(rule["protocol"]) && !IsIcmp6(rule["protocol"])) check.Refuses(rule, "icmp needs the protocol ICMP or ICMPv6");
        Version(check, rule, "protocol");
        Version(check, rule, "notProtocol");
        check.Child(rule, "http", Http);
        if (!TreeCheck.Has(rule, "http")) return;
        check.WeRefuse(rule, "without application-layer policy, http is read as every request");
        if (direction is Direction.Egress) check.Refuses(rule, "http may only stand in ingress");
        if (rule["action"] is ManifestText { Value: not "Allow" }) check.Refuses(rule, "http may only stand in a rule that allows");
        if (rule["protocol"] is not (null or ManifestNull or ManifestText { Value: "TCP" } or ManifestInteger { Value: 6 })) check.Refuses(rule, "http needs the protocol TCP");
    }

    private static bool IsIcmp4(ManifestNode? protocol) => protocol is ManifestText { Value: "ICMP" } or ManifestInteger { Value: 1 };

    private static bool IsIcmp6(ManifestNode? protocol) => protocol is ManifestText { Value: "ICMPv6" } or ManifestInteger { Value: 58 };

    private static void Version(TreeCheck check, ManifestMap rule, string key)
    {
        if (rule["ipVersion"] is not ManifestInteger version) return;
        if (version.Value == 6 && IsIcmp4(rule[key])) check.Refuses(rule, "ICMP is IPv4");
        if (version.Value == 4 && IsIcmp6(rule[key])) check.Refuses(rule, "ICMPv6 is IPv6");
    }

    private static void Icmp(TreeCheck check, ManifestNode node)
    {
        if (check.Map(node) is not { } icmp) return;
        check.OnlyKeys(icmp, IcmpKeys);
        check.Child(icmp, "type", static (check, node) =>
        {
            if (check.Integer(node) is < 0 or > 254) check.Refuses(node, "a type is 0 to 254");
        });
        check.Child(icmp, "code", static (check, node) =>
        {
            if (check.Integer(node) is < 0 or > 255) check.Refuses(node, "a code is 0 to 255");
        });
        if (TreeCheck.Has(icmp, "code") && !TreeCheck.Has(icmp, "type")) check.Refuses(node, "a code needs a type");
    }

    private static void Http(TreeCheck check, ManifestNode node)
    {
        if (check.Map(node) is not { } http) return;
        check.OnlyKeys(http, HttpKeys);
        check.Child(http, "methods", static (check, node) =>
        {
            if (check.List(node) is not { } methods) return;
            CalicoLists.Limit(check, node, methods.Count, CalicoLimits.HttpItems, "methods");
            CalicoLists.Distinct(check, methods);
            check.Items(methods, static (check, item) => check.Text(item));
        });
        check.Child(http, "paths", static (check, node) =>
        {
            if (check.List(node) is not { } paths) return;
            CalicoLists.Limit(check, node, paths.Count, CalicoLimits.HttpItems, "paths");
            check.Items(paths, Path);
        });
    }

    private static void Path(TreeCheck check, ManifestNode node)
    {
        if (check.Map(node) is not { } path) return;
        check.OnlyKeys(path, PathKeys);
        if (TreeCheck.Has(path, "exact") == TreeCheck.Has(path, "prefix")) check.Refuses(node, "it says one of exact and prefix");
        check.Child(path, "exact", PathText);
        check.Child(path, "prefix", PathText);
    }

    private static void PathText(TreeCheck check, ManifestNode node)
    {
        if (check.Text(node) is not { } text) return;
        if (!text.StartsWith('/') || text.AsSpan().ContainsAny('?', '#', ' ')) check.Refuses(node, $"{UserWords.Quote(text)} is not a path: it begins with '/', and holds no '?', '#' or blank");
        CalicoLists.Limit(check, node, text.Length, CalicoLimits.PathLength, "characters");
    }
}
