using PolicyKit.Manifests;

namespace PolicyKit.Engines.Calico;

/// <summary>The names of Calico's objects: a policy's has at most one dot, and the tier stands before it; a tier's has none.</summary>
internal static class CalicoNameRules
{
    private const string DefaultTier = "default";

    // What Calico itself makes of Kubernetes' policies and of OpenStack's security groups.
    private static readonly string[] Converted = ["knp.default.", "ossg.default."];

    public static void Check(TreeCheck check, Manifest manifest)
    {
        if (manifest.Root["metadata"] is not ManifestMap metadata) return;
        check.Enter("metadata");
        if (!CalicoKinds.IsNamespaced(manifest.Kind)) check.Child(metadata, "namespace", static (check, node) => check.Prunes(node, "this kind has no namespace"));
        if (manifest.Kind is CalicoKinds.NetworkSet or CalicoKinds.GlobalNetworkSet) check.Child(metadata, "labels", SetLabels);
        else if (manifest.Name is { } name && NameSyntax.Subdomain(name, "a name") is null && Problem(check.Facts.Calico, manifest, name) is { } problem)
        {
            check.Enter("name");
            check.Refuses(metadata["name"]!, problem);
            check.Leave();
        }

        check.Leave();
    }

    private static string? Problem(CalicoFacts calico, Manifest manifest, string name) => manifest.Kind is CalicoKinds.Tier ? OfTier(name) : OfPolicy(calico, manifest, name);

    private static string? OfTier(string name) =>
        NameSyntax.PolicyName(name) is null ? null : $"'{name}' is not the name of a tier: a tier has at most 63 characters and no dot";

    private static string? OfPolicy(CalicoFacts calico, Manifest manifest, string name)
    {
        if (!CalicoKinds.IsGlobalPolicy(manifest.Kind) && Array.Exists(Converted, prefix => name.StartsWith(prefix, StringComparison.Ordinal))) return null;
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot != name.LastIndexOf('.')) return $"'{name}' has more than one dot";
        if (!calico.NamesCarryTheTier()) return null;
        var tier = ((manifest.Root["spec"] as ManifestMap)?["tier"] as ManifestText)?.Value ?? DefaultTier;
        if (dot < 0) return tier is DefaultTier ? null : $"'{name}' does not begin with its tier: before Calico 3.32 it has to be '{tier}.{name}'";
        return string.Equals(name[..dot], tier, StringComparison.Ordinal) ? null : $"'{name}' does not begin with its tier '{tier}'";
    }

    private static void SetLabels(TreeCheck check, ManifestNode node)
    {
        if (node is ManifestMap labels) check.Child(labels, "projectcalico.org/namespace", static (check, value) => check.Refuses(value, "Calico keeps this label for itself"));
    }
}
