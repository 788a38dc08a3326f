using PolicyKit.Manifests;

namespace PolicyKit.Engines.Calico;

/// <summary>The rules for <c>source</c> and <c>destination</c>, each on its own.</summary>
internal static class CalicoEntityRules
{
    private static readonly string[] Keys = ["nets", "notNets", "selector", "notSelector", "namespaceSelector", "ports", "notPorts", "serviceAccounts", "services"];
    private static readonly string[] EnterpriseKeys = [.. Keys, "domains"];
    private static readonly string[] AccountKeys = ["names", "selector"];

    public static void Check(TreeCheck check, ManifestNode node)
    {
        if (check.Map(node) is not { } entity) return;
        check.OnlyKeys(entity, check.Facts.Calico.HasDomains() ? EnterpriseKeys : Keys);
        if (entity.Count == 0) check.WeRefuse(node, "an empty match is everyone");
        check.Child(entity, "nets", Networks);
        check.Child(entity, "notNets", NotNetworks);
        check.Child(entity, "selector", CalicoSelectorRules.WithoutGlobal);
        check.Child(entity, "notSelector", CalicoSelectorRules.Any);
        check.Child(entity, "namespaceSelector", CalicoSelectorRules.OfPeer);
        check.Child(entity, "ports", CalicoPortRules.List);
        check.Child(entity, "notPorts", CalicoPortRules.List);
        check.Child(entity, "serviceAccounts", Accounts);
        check.Child(entity, "domains", Domains);
    }

    private static void Networks(TreeCheck check, ManifestNode node)
    {
        if (check.List(node) is not { } networks) return;
        if (networks.Count == 0) check.WeRefuse(node, "an empty list is every address");
        CalicoLists.Limit(check, node, networks.Count, CalicoLimits.Networks, "networks");
        CalicoLists.Distinct(check, networks);
        check.Items(networks, Network);
    }

    private static void NotNetworks(TreeCheck check, ManifestNode node)
    {
        Networks(check, node);
        if (node is ManifestList networks && check.Facts.Calico.RefusesNotEverything()) check.Items(networks, NotEverything);
    }

    // The API server takes no host bits and no bare address here, and a bare agent skips what it cannot read: nets would then be every address.
    private static void Network(TreeCheck check, ManifestNode node)
    {
        if (check.Text(node) is not { } text) return;
        if (!CidrBlock.TryParse(text, out var block, out var problem))
        {
            if (CalicoAddresses.IsNetwork(text)) check.WeRefuse(node, problem!.TrimEnd('.', '?'));
            else check.Refuses(node, problem!.TrimEnd('.', '?'));
        }
        else if (!string.Equals(block!.ToString(), text, StringComparison.Ordinal)) check.WeRefuse(node, $"'{text}' is not the canonical spelling of '{block}'");
    }

    private static void NotEverything(TreeCheck check, ManifestNode node)
    {
        if (node is ManifestText text && CidrBlock.TryParse(text.Value, out var block, out _) && block!.PrefixLength == 0) check.Refuses(node, "nothing is left when every address is taken out");
    }

    private static void Accounts(TreeCheck check, ManifestNode node)
    {
        if (check.Map(node) is not { } accounts) return;
        check.OnlyKeys(accounts, AccountKeys);
        check.Child(accounts, "selector", CalicoSelectorRules.Any);
        check.Child(accounts, "names", static (check, node) =>
        {
            if (check.List(node) is not { } names) return;
            CalicoLists.Distinct(check, names);
            check.Items(names, static (check, item) => check.Text(item));
        });
    }

    private static void Domains(TreeCheck check, ManifestNode node)
    {
        if (check.List(node) is not { } domains) return;
        if (domains.Count == 0) check.WeRefuse(node, "an empty list is every address");
        check.Items(domains, static (check, item) =>
        {
            if (check.Text(item) is { } name && !DnsPattern.TryParse(name, out _)) check.Refuses(item, $"'{name}' is not a host name");
        });
    }
}
