using PolicyKit.Ir;
using PolicyKit.Manifests;

namespace PolicyKit.Engines.Cilium;

/// <summary>One policy to one CiliumNetworkPolicy.</summary>
/// <remarks>
/// INVARIANT (isolation written): a governed direction without a rule has the rule that allows nobody; an empty list would isolate nothing.
/// INVARIANT (one peer kind): each rule has one member with peers, and the ports are repeated, so that peers times ports stays what it was.
/// </remarks>
internal sealed class CiliumLowering(PolicyEntry entry, LoweringContext context)
{
    private static readonly ObjectNodes Policies = new(CiliumEngine.ApiVersion, CiliumEngine.Kind);

    public Manifest? Lower()
    {
        if (context.Namespace(entry) is not { } namespaceName || !CiliumVersions.IsKnown(entry, context)) return null;
        CiliumLabels.Check(entry.Subject.Pods, entry, entry.Origin, context);
        if (entry.Mode is RolloutMode.DryRun && !CiliumDryRun.IsPossible(entry, context)) return null;
        return Policies.Of(entry, entry.Id.Name, namespaceName, Nodes.MapOfKnown(
            ("endpointSelector", CiliumLabels.Subject(entry.Subject.Pods)),
            (CiliumDryRun.Key, entry.Mode is RolloutMode.DryRun ? CiliumDryRun.DenyNothing : null),
            ("ingress", Section(Direction.Ingress)),
            ("egress", Section(Direction.Egress))));
    }

    /// <summary>The rules of a governed direction, without those of its fragments.</summary>
    public List<ManifestNode> Rules(Direction direction)
    {
        if (entry.Mode is RolloutMode.DryRun)
        {
            foreach (var rule in entry.Section(direction)!.Rules) CiliumGaps.DryRunAllows(entry, direction, rule, context);
        }

        return RuleNodes.Lower(entry, direction, context, AddRules);
    }

    private ManifestList? Section(Direction direction)
    {
        if (entry.Section(direction) is null) return null;
        var rules = Rules(direction);
        if (entry.Fragments.Count > 0) NativeRules.Append(rules, entry, direction, context, new CiliumFragments(entry, context).Admits);
        if (rules.Count == 0) rules.Add(Nodes.Map((Member(direction, "Entities"), CiliumEntityNodes.Nobody)));
        return Nodes.ListOf(rules);
    }

    private void AddRules(List<ManifestNode> rules, RuleIr rule, Direction direction)
    {
        var peers = new CiliumPeers(entry, rule, direction, context).Lower();
        var ports = new CiliumPorts(entry, rule, direction, context);
        var written = ports.Lower();
        if (peers.Everywhere) rules.Add(Rule(Member(direction, "Entities"), CiliumEntityNodes.Everybody, written));
        if (peers.Endpoints is { } endpoints) rules.Add(Rule(Member(direction, "Endpoints"), Nodes.ListOf(endpoints), written));
        if (peers.Entities is not CiliumEntities.None) rules.Add(Rule(Member(direction, "Entities"), CiliumEntityNodes.Of(peers.Entities), written));
        if (peers.Networks is { } networks) rules.Add(Rule(Member(direction, "CIDRSet"), Nodes.ListOf(networks), written));
        if (peers.Names is { } names) rules.Add(Rule("toFQDNs", Nodes.ListOf(names), written));
        if (peers.ProxiedResolver is { } resolver) rules.Add(Rule("toEndpoints", Nodes.List(resolver), ports.LowerProxied(context.Facts.Dns.Port)));
        if (peers.ProxiedNodes is not CiliumEntities.None) rules.Add(Rule("toEntities", CiliumEntityNodes.Of(peers.ProxiedNodes), ports.LowerProxied(53)));
        if (peers.ProxiedNetworks is { } addresses) rules.Add(Rule("toCIDRSet", Nodes.ListOf(addresses), ports.LowerProxied(53)));
    }

    private static ManifestMap Rule(string member, ManifestList peers, ManifestList? ports) =>
        ports is null ? Nodes.Map((member, peers)) : Nodes.Map((member, peers), ("toPorts", ports));

    private static string Member(Direction direction, string kind) => (direction, kind) switch
    {
        (Direction.Ingress, "Endpoints") => "fromEndpoints",
        (Direction.Ingress, "Entities") => "fromEntities",
        (Direction.Ingress, _) => "fromCIDRSet",
        (_, "Endpoints") => "toEndpoints",
        (_, "Entities") => "toEntities",
        _ => "toCIDRSet",
    };
}
