using PolicyKit.Manifests;

namespace PolicyKit.Engines.Cilium;

/// <summary>What of a rule does more than allow: layer-7 rules, redirects and authentication, which stop requests even where nothing is isolated.</summary>
internal static class CiliumLayer7
{
    /// <summary>The key that restricts, or null when the rule only allows. Letting every name be asked restricts nothing.</summary>
    public static string? Restriction(ManifestMap rule)
    {
        if (TreeCheck.Has(rule, "authentication")) return "authentication";
        foreach (var entry in Entries(rule))
        {
            if (Restriction(entry, "rules") is { } key) return key;
        }

        return null;
    }

    /// <summary>The ports on which a rule does more than allow.</summary>
    public static IEnumerable<ManifestMap> RestrictedPorts(ManifestMap rule) => Entries(rule).Where(entry => Restriction(entry, "rules") is not null).SelectMany(Ports);

    /// <summary>Every port of a rule.</summary>
    public static IEnumerable<ManifestMap> Ports(IEnumerable<ManifestMap> entries) => entries.SelectMany(Ports);

    /// <summary>The entries of <c>toPorts</c>.</summary>
    public static IEnumerable<ManifestMap> Entries(ManifestMap rule) => rule["toPorts"] is ManifestList entries ? entries.OfType<ManifestMap>() : [];

    /// <summary>Whether the DNS proxy sees what a rule lets pass.</summary>
    public static bool HasDnsProxy(ManifestMap rule) => Entries(rule).Any(entry => entry["rules"] is ManifestMap rules && TreeCheck.Has(rules, "dns"));

    private static string? Restriction(ManifestMap entry, string rules)
    {
        foreach (var key in (ReadOnlySpan<string>)["terminatingTLS", "originatingTLS", "serverNames", "listener"])
        {
            if (TreeCheck.Has(entry, key)) return key;
        }

        return TreeCheck.Has(entry, rules) && !CiliumDns.EveryName.Equals(entry[rules]) ? rules : null;
    }

    private static IEnumerable<ManifestMap> Ports(ManifestMap entry) => entry["ports"] is ManifestList ports ? ports.OfType<ManifestMap>() : [];
}
