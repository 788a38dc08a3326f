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
        if (!CalicoKinds.IsNamespaced(manifest.Kind) && metadata["namespace"] is ManifestText) At(check, metadata, "namespace", Scope);
        if (manifest.Kind is CalicoKinds.NetworkSet or CalicoKinds.GlobalNetworkSet) check.At("metadata", check => check.Child(metadata, "labels", SetLabels));
        if (manifest.Name is not { } name || NameSyntax.Subdomain(name, "a name") is not null) return;
        if (manifest.Kind is CalicoKinds.Tier) TierName(check, metadata, name);
        else if (manifest.Kind is not (CalicoKinds.NetworkSet or CalicoKinds.GlobalNetworkSet)) PolicyName(check, manifest, metadata, name);
    }

    private static void PolicyName(TreeCheck check, Manifest manifest, ManifestMap metadata, string name)
    {
        if (Array.Exists(Converted, prefix => name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            if (CalicoKinds.IsGlobalPolicy(manifest.Kind)) AtName(check, metadata, $"'{name}' has more than one dot");
            return;
        }

        var tier = ((manifest.Root["spec"] as ManifestMap)?["tier"] as ManifestText)?.Value ?? DefaultTier;
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (name.IndexOf('.', dot + 1) > dot && dot >= 0) AtName(check, metadata, $"'{name}' has more than one dot");
        else if (!check.Facts.Calico.NamesCarryTheTier()) return;
        else if (dot >= 0 && !string.Equals(name[..dot], tier, StringComparison.Ordinal)) AtName(check, metadata, $"'{name}' does not begin with its tier '{tier}'");
        else if (dot < 0 && tier is not DefaultTier) AtName(check, metadata, $"'{name}' does not begin with its tier: it has to be '{tier}.{name}' before Calico 3.32");
    }

    private static void TierName(TreeCheck check, ManifestMap metadata, string name)
    {
        if (NameSyntax.PolicyName(name) is not null) AtName(check, metadata, $"'{name}' is not the name of a tier: a tier has at most 63 characters and no dot");
    }

    private static void Scope(TreeCheck check, ManifestNode node) => check.Prunes(node, "this kind has no namespace");

    private static void SetLabels(TreeCheck check, ManifestNode node)
    {
        if (node is ManifestMap labels) check.Child(labels, "projectcalico.org/namespace", static (check, value) => check.Refuses(value, "Calico keeps this label for itself"));
    }

    private static void AtName(TreeCheck check, ManifestMap metadata, string message) => At(check, metadata, "name", (check, node) => check.Refuses(node, message));

    private static void At(TreeCheck check, ManifestMap metadata, string key, Action<TreeCheck, ManifestNode> rule) =>
        check.At("metadata", check => check.Child(metadata, key, rule));
}
