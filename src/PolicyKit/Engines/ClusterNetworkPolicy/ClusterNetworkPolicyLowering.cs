using System.Globalization;
using PolicyKit.Ir;
using PolicyKit.Manifests;
using static PolicyKit.Engines.ClusterNetworkPolicy.ClusterNetworkPolicyLists;

namespace PolicyKit.Engines.ClusterNetworkPolicy;

/// <summary>One policy to the objects of two layers: what it allows, and the end of what it governs.</summary>
/// <remarks>
/// Apart, because policies on one pod are a union: a deny in the same object as an accept would cut what the next policy allows.
/// INVARIANT (isolation written): the deny object has one rule for each governed direction, whatever became of the allow rules.
/// INVARIANT (no empty list): a rule whose peers render to nothing is left out, and so is an allow object without rules.
/// INVARIANT (injective names): the layer comes first and namespaces hold no dots, so no two policies share a name.
/// </remarks>
internal sealed class ClusterNetworkPolicyLowering(PolicyEntry entry, string namespaceName, ClusterNetworkPolicyBand band, LoweringContext context)
{
    private static readonly ObjectNodes Policies = new(ClusterNetworkPolicyEngine.ApiVersion, ClusterNetworkPolicyEngine.Kind);
    private static readonly ManifestText Accept = new("Accept");
    private static readonly ManifestList DenyIngress = Deny(Direction.Ingress, ReleaseChannel.Standard);
    private static readonly ManifestList DenyEgress = Deny(Direction.Egress, ReleaseChannel.Standard);
    private static readonly ManifestList DenyEgressAndNodes = Deny(Direction.Egress, ReleaseChannel.Experimental);

    private readonly ManifestMap _home = context.Shared.Of(namespaceName, static name => Nodes.Map(("matchLabels", Nodes.Map((SelectorNodes.NamespaceName, name)))));
    private readonly ClusterNetworkPolicyGaps _gaps = new(entry, context);

    public List<Manifest> Lower()
    {
        var ingress = AllowRules(Direction.Ingress);
        var egress = AllowRules(Direction.Egress);
        var subject = Subject();
        var objects = (Math.Max(ingress.Count, egress.Count) + Limit - 1) / Limit;
        var manifests = new List<Manifest>(objects + 1);
        for (var i = 0; i < objects; i++)
        {
            var layer = i == 0 ? "allow" : string.Create(CultureInfo.InvariantCulture, $"allow-{i + 1}");
            manifests.Add(Object(layer, band.AllowTier, band.AllowPriority, subject, Chunk(ingress, i), Chunk(egress, i)));
        }

        if (entry.Mode is RolloutMode.DryRun)
        {
            ClusterNetworkPolicyDryRun.Declare(entry, context);
            return manifests;
        }

        _gaps.Enforced();
        manifests.Add(Object("deny", band.DenyTier, band.DenyPriority, subject, DenyRules(Direction.Ingress), DenyRules(Direction.Egress)));
        return manifests;
    }

    private ManifestList? DenyRules(Direction direction)
    {
        if (entry.Section(direction) is null) return null;
        var experimental = context.Facts.ClusterNetworkPolicy.Channel is ReleaseChannel.Experimental;
        var rules = direction is Direction.Ingress ? DenyIngress : experimental ? DenyEgressAndNodes : DenyEgress;
        context.Shared.Repeats(rules[0]);
        return rules;
    }

    private List<ManifestNode> AllowRules(Direction direction)
    {
        if (entry.Section(direction) is null) return [];
        var peers = new ClusterNetworkPolicyPeers(entry, _home, direction, context);
        var rules = RuleNodes.Lower(entry, direction, context, (rules, rule, direction) => AddRules(rules, rule, peers.Lower(rule), direction));
        NativeRules.Append(rules, entry, direction, context, (fragment, rule) => ClusterNetworkPolicyFragments.Admits(fragment, rule, entry, context));
        return rules;
    }

    private void AddRules(List<ManifestNode> rules, RuleIr rule, ClusterNetworkPolicyPeers.Result peers, Direction direction)
    {
        var key = direction is Direction.Ingress ? "from" : "to";
        var named = ClusterNetworkPolicyPorts.HasNames(rule.Traffic);
        if (named && peers.Pods.Count > 0) _gaps.AnyProtocol(rule, direction);
        if (!named && peers.Others.Count > 0)
        {
            Add(rules, key, peers.Pods.Count == 0 ? peers.Others : [.. peers.Pods, .. peers.Others], ClusterNetworkPolicyPorts.Lower(rule.Traffic, toPods: false, context.Shared));
        }
        else
        {
            Add(rules, key, peers.Pods, ClusterNetworkPolicyPorts.Lower(rule.Traffic, toPods: true, context.Shared));
            if (peers.Others.Count > 0) Add(rules, key, peers.Others, ClusterNetworkPolicyPorts.Lower(rule.Traffic, toPods: false, context.Shared));
        }

        if (peers.Service is { } service) Add(rules, key, [service], ClusterNetworkPolicyPorts.ServicePort);
    }

    // INVARIANT (product): each part of the peers stands beside each part of the protocols.
    private static void Add(List<ManifestNode> rules, string key, List<ManifestNode> peers, List<ManifestNode>? protocols)
    {
        for (var i = 0; Chunk(peers, i) is { } somePeers; i++)
        {
            if (protocols is null) rules.Add(Nodes.Map(("action", Accept), (key, somePeers)));
            for (var j = 0; protocols is not null && Chunk(protocols, j) is { } some; j++) rules.Add(Nodes.Map(("action", Accept), (key, somePeers), ("protocols", some)));
        }
    }

    private static ManifestList Deny(Direction direction, ReleaseChannel channel)
    {
        var (pods, others) = ClusterNetworkPolicyPeers.Everything(direction, channel);
        return Nodes.List(Nodes.Map(("action", "Deny"), (direction is Direction.Ingress ? "from" : "to", Nodes.ListOf([.. pods, .. others]))));
    }

    private ManifestMap Subject() => entry.Subject.Pods.IsEverything
        ? Nodes.Map(("namespaces", _home))
        : Nodes.Map(("pods", Nodes.Map(("namespaceSelector", _home), ("podSelector", SelectorNodes.Of(entry.Subject.Pods)))));

    private Manifest Object(string layer, ManifestText tier, int priority, ManifestMap subject, ManifestList? ingress, ManifestList? egress) => Policies.Of(
        entry,
        $"{layer}.{namespaceName}.{entry.Id.Name}",
        namespaceName: null,
        Nodes.MapOfKnown(("tier", tier), ("priority", priority), ("subject", subject), ("ingress", ingress), ("egress", egress)));
}
