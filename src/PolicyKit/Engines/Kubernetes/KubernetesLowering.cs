using PolicyKit.Engines.Cilium;
using PolicyKit.Ir;
using PolicyKit.Manifests;

namespace PolicyKit.Engines.Kubernetes;

/// <summary>One policy to one NetworkPolicy.</summary>
/// <remarks>
/// INVARIANT (isolation written): <c>policyTypes</c> names each governed direction, so the object isolates without its sections.
/// INVARIANT (no empty list): a rule whose peers render to nothing is left out; a section without rules is left out; no list is ever empty.
/// </remarks>
internal sealed class KubernetesLowering(PolicyEntry entry, LoweringContext context)
{
    private static readonly ObjectNodes Policies = new(KubernetesEngine.ApiVersion, KubernetesEngine.Kind);

    public Manifest Lower() => Policies.Of(entry, entry.Id.Name, entry.Id.Namespace, Nodes.MapOfKnown(
        ("podSelector", SelectorNodes.Of(entry.Subject.Pods)),
        ("policyTypes", Nodes.Directions(entry)),
        ("ingress", Section(Direction.Ingress)),
        ("egress", Section(Direction.Egress))));

    private ManifestList? Section(Direction direction)
    {
        if (entry.Section(direction) is null) return null;
        var rules = RuleNodes.Lower(entry, direction, context, AddRules);
        NativeRules.Append(rules, entry, direction, context);
        if (entry.Mode is RolloutMode.DryRun)
        {
            rules.Add(ManifestMap.Empty);
            KubernetesDryRun.Declare(entry, direction, context);
        }

        return rules.Count == 0 ? null : Nodes.ListOf(rules);
    }

    private void AddRules(List<ManifestNode> rules, RuleIr rule, Direction direction)
    {
        if (direction is Direction.Egress && TakesNamesForNumbers) RefuseNames(rule);
        var peers = new KubernetesPeers(entry, rule, direction, context).Lower();
        if (peers.Everywhere) rules.Add(Rule(null, direction, rule.Traffic));
        else if (peers.Items.Count > 0) rules.Add(Rule(Nodes.ListOf(peers.Items), direction, rule.Traffic));
        if (peers.ServiceItem is { } service && !peers.Everywhere) rules.Add(Rule(Nodes.List(service), direction, KubernetesPorts.ServicePort));
    }

    private ManifestMap Rule(ManifestList? peers, Direction direction, TrafficIr traffic)
    {
        var ports = traffic is TrafficIr.Some some ? context.Shared.Of(some, KubernetesPorts.Lower) : null;
        var key = direction is Direction.Ingress ? "from" : "to";
        return (peers, ports) switch
        {
            (null, null) => ManifestMap.Empty,
            (null, _) => Nodes.Map(("ports", ports)),
            (_, null) => Nodes.Map((key, peers)),
            _ => Nodes.Map(new(key, peers), ("ports", ports)),
        };
    }

    /// <summary>Cilium before 1.20 takes the one number that a name has in the cluster, whoever gives it, and none where there are several.</summary>
    private bool TakesNamesForNumbers => context.Facts.Engine is Enforcer.Cilium && context.Facts.Cilium.Version < CiliumVersions.NamesAtEachDestination;

    private void RefuseNames(RuleIr rule)
    {
        if (rule.Traffic is not TrafficIr.Some some) return;
        foreach (var named in some.Ports.OfType<PortIr.Named>())
        {
            context.Refuse("PK3003", rule.Origin,
                $"Policy '{entry.Id}' allows the named port '{named.Name}' on egress, and Cilium {context.Facts.Cilium.Version}, which enforces it here, takes the name for one number on every pod.",
                $"Write the number: Port.Named(\"{named.Name}\").At(…).");
        }
    }
}
