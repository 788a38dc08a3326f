using PolicyKit.Manifests;

namespace PolicyKit.Engines.Calico;

/// <summary>The rules for the objects beside policies: sets of networks, and tiers.</summary>
internal static class CalicoSetRules
{
    private static readonly string[] NetworkSetKeys = ["nets"];
    private static readonly string[] EnterpriseNetworkSetKeys = ["nets", "allowedEgressDomains"];
    private static readonly string[] TierKeys = ["order", "defaultAction"];

    private static readonly (string Name, long Order, string Action)[] BuiltIn =
        [("default", 1_000_000, "Deny"), ("kube-admin", 1_000, "Pass"), ("kube-baseline", 10_000_000, "Pass")];

    public static void NetworkSet(TreeCheck check, ManifestNode node)
    {
        if (check.Map(node) is not { } spec) return;
        check.OnlyKeys(spec, check.Facts.Calico.HasDomains() ? EnterpriseNetworkSetKeys : NetworkSetKeys);
        check.Child(spec, "nets", static (check, node) =>
        {
            if (check.List(node) is not { } nets) return;
            CalicoLists.Distinct(check, nets);
            check.Items(nets, static (check, item) =>
            {
                if (check.Text(item) is { } text && !CalicoAddresses.IsNetworkOrAddress(text)) check.Refuses(item, $"'{text}' is neither a network nor an address");
            });
        });
    }

    public static void Tier(TreeCheck check, ManifestNode node)
    {
        if (check.Map(node) is not { } spec) return;
        check.OnlyKeys(spec, TierKeys);
        check.Child(spec, "order", CalicoPolicyRules.Order);
        check.Child(spec, "defaultAction", static (check, node) =>
        {
            if (check.Text(node) is { } action && action is not ("Deny" or "Pass")) check.Refuses(node, $"'{action}' is neither Deny nor Pass");
        });
    }

    /// <summary>Tiers that are always there, and cannot be anything else.</summary>
    public static void BuiltInTier(TreeCheck check, Manifest manifest)
    {
        foreach (var (name, order, action) in BuiltIn)
        {
            if (!string.Equals(manifest.Name, name, StringComparison.Ordinal) || manifest.Root["spec"] is not ManifestMap spec) continue;
            if (IsNumber(spec["order"], order) && ((spec["defaultAction"] as ManifestText)?.Value ?? "Deny") == action) return;
            check.Enter("spec");
            check.Refuses(spec, FormattableString.Invariant($"the tier '{name}' has order {order} and defaultAction {action}"));
            check.Leave();
        }
    }

    private static bool IsNumber(ManifestNode? node, long number) => node is ManifestInteger { Value: var whole } ? whole == number : node is ManifestDecimal part && part.Value.Equals(number);
}
