using PolicyKit.Manifests;

namespace PolicyKit.Engines.Calico;

/// <summary>The rule that all networks of one rule, and its <c>ipVersion</c>, are of one family.</summary>
internal static class CalicoFamilyRules
{
    public static void Check(TreeCheck check, ManifestMap rule)
    {
        var (v4, v6) = (rule["ipVersion"] is ManifestInteger { Value: 4 }, rule["ipVersion"] is ManifestInteger { Value: 6 });
        foreach (var end in (ReadOnlySpan<string>)["source", "destination"])
        {
            if (rule[end] is not ManifestMap entity) continue;
            foreach (var key in (ReadOnlySpan<string>)["nets", "notNets"])
            {
                if (entity[key] is not ManifestList networks) continue;
                foreach (var network in networks)
                {
                    if (network is not ManifestText text) continue;
                    if (text.Value.Contains(':', StringComparison.Ordinal)) v6 = true;
                    else v4 = true;
                }
            }
        }

        if (v4 && v6) check.Refuses(rule, "it mixes IPv4 and IPv6");
    }
}
