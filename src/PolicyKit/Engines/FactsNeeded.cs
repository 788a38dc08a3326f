using PolicyKit.Engines;
using PolicyKit.Ir;

namespace PolicyKit;

/// <summary>Facts that a lowering cannot do without: each returns them, or refuses with PK3002 and the key that is missing.</summary>
internal static class FactsNeeded
{
    /// <summary>The addresses of pods, Services, nodes and tunnels together: what "outside the cluster" leaves out.</summary>
    public static IReadOnlyList<CidrBlock>? ClusterNetworks(this LoweringContext context, PolicyEntry entry, RuleIr rule)
    {
        var networks = context.Facts.Networks;
        if (context.Missing(entry, rule, "everything outside the cluster",
            ("networks.pods", networks.Pods), ("networks.services", networks.Services), ("networks.nodes", networks.Nodes), ("networks.tunnels", networks.Tunnels))) return null;
        return [.. networks.Pods!, .. networks.Services!, .. networks.Nodes!, .. networks.Tunnels!];
    }

    /// <summary>The addresses of nodes and their tunnels.</summary>
    public static ValueArray<CidrBlock>? NodeNetworks(this LoweringContext context, PolicyEntry entry, RuleIr rule)
    {
        var networks = context.Facts.Networks;
        if (context.Missing(entry, rule, "the nodes", ("networks.nodes", networks.Nodes), ("networks.tunnels", networks.Tunnels))) return null;
        if (networks.Nodes!.Count > 0) return CidrBlock.Merge([.. networks.Nodes, .. networks.Tunnels!]);
        context.Refuse("PK3002", rule.Origin, $"Policy '{entry.Id}' allows the nodes, and the profile's 'networks.nodes' is empty.", "Name the nodes' addresses there.");
        return null;
    }

    /// <summary>The addresses of nodes and their tunnels, for engines that have no other word for nodes: the enforcer has to match nodes by them.</summary>
    public static ValueArray<CidrBlock>? NodesByAddress(this LoweringContext context, PolicyEntry entry, RuleIr rule)
    {
        if (context.NodeNetworks(entry, rule) is not { } nodes) return null;
        if (context.Facts.SeesNodesByAddress is not false) return nodes;
        context.Refuse("PK3002", rule.Origin,
            $"Policy '{entry.Id}' allows the nodes, and the enforcer does not match nodes by their addresses, which is all that {context.Engine} can write.",
            "Emit for the enforcer's own engine, or say 'cilium.cidrMatchMode: [nodes]' if the cluster runs so.");
        return null;
    }

    /// <summary>The addresses of the API server's endpoints, for engines that have no other word for it: where it may run on nodes, the enforcer has to match those by address.</summary>
    public static ValueArray<CidrBlock>? ApiServerByAddress(this LoweringContext context, PolicyEntry entry, RuleIr rule, PeerIr.ApiServer peer)
    {
        if (context.ApiServerAddresses(entry, rule, peer) is not { } addresses) return null;
        var onNodes = context.Facts.ApiServer.OnNodes;
        if (onNodes is false || context.Facts.SeesNodesByAddress is not false) return addresses;
        context.Refuse("PK3002", rule.Origin,
            $"Policy '{entry.Id}' allows the API server, and the enforcer does not match nodes by their addresses; whether the API server runs on nodes {(onNodes is true ? "is answered with yes" : "is not known")}.",
            "Emit for the enforcer's own engine, or say 'apiServer.onNodes: false' if its endpoints are outside the cluster.");
        return null;
    }

    /// <summary>The addresses of the API server's endpoints.</summary>
    public static ValueArray<CidrBlock>? ApiServerAddresses(this LoweringContext context, PolicyEntry entry, RuleIr rule, PeerIr.ApiServer peer)
    {
        if ((peer.At ?? context.Facts.ApiServer.Cidrs) is { Count: > 0 } addresses) return addresses;
        context.Refuse("PK3002", rule.Origin,
            $"Policy '{entry.Id}' allows the API server, and {context.Engine} can only say so by its address, which neither policy nor profile has.",
            "Name it with 'apiServer.cidrs' in the profile, or write ApiServerAt(…).");
        return null;
    }

    /// <summary>The resolver's further addresses, for engines that have no other word for them: where one may be a node's own, as NodeLocal's is, the enforcer has to match nodes by address.</summary>
    public static ValueArray<CidrBlock>? ResolverByAddress(this LoweringContext context, PolicyEntry entry, RuleIr rule)
    {
        var facts = context.Facts;
        if (facts.SeesNodesByAddress is not false || ResolverOnNode.Any(facts) is not { } address) return facts.Dns.Addresses;
        var isUnknown = facts.Networks.Services is null && !ResolverOnNode.IsCertain(address, facts);
        context.Refuse("PK3002", rule.Origin,
            $"Policy '{entry.Id}' allows the cluster's resolver, whose address '{address}' {(isUnknown ? "may be" : "is")} a node's own, and the enforcer does not match nodes by their addresses.",
            $"{(isUnknown ? "Say 'networks.services' in the profile if it is no address of a Service; else emit" : "Emit")} for the enforcer's own engine, say 'cilium.cidrMatchMode: [nodes]' if the cluster runs so, or leave it out of 'dns.addresses' if pods answer for it.");
        return null;
    }

    /// <summary>The namespace of a policy, for engines whose objects do not mean anything without it.</summary>
    public static string? Namespace(this LoweringContext context, PolicyEntry entry)
    {
        if (entry.Id.Namespace is { } name) return name;
        context.Refuse("PK0011", entry.Origin, $"Policy '{entry.Id}' has no namespace, and {context.Engine} needs one.", "Add InNamespace(\"…\") to the policy or to its set.");
        return null;
    }

    private static bool Missing(
        this LoweringContext context, PolicyEntry entry, RuleIr rule, string peer, params ReadOnlySpan<(string Key, ValueArray<CidrBlock>? Value)> facts)
    {
        var missing = new List<string>();
        foreach (var (key, value) in facts)
        {
            if (value is null) missing.Add($"'{key}'");
        }

        if (missing.Count == 0) return false;
        context.Refuse("PK3002", rule.Origin,
            $"Policy '{entry.Id}' allows {peer}, and {context.Engine} can only say so by addresses, which the profile does not have.",
            $"Say {Words.List(missing)} in the profile; an empty list says that there are none.");
        return true;
    }
}
