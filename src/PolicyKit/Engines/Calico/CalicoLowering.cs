using PolicyKit.Ir;
using PolicyKit.Manifests;

namespace PolicyKit.Engines.Calico;

/// <summary>One policy to one NetworkPolicy of Calico, or to a StagedNetworkPolicy in a dry run.</summary>
/// <remarks>
/// INVARIANT (isolation written): <c>types</c> names each governed direction; the end of the tier denies what no rule allows.
/// INVARIANT (allow only): no rule denies, passes or logs, so the order of policies and rules means nothing among them.
/// INVARIANT (no empty list): a rule whose peers render to nothing is left out; a section without rules is left out; no list is ever empty.
/// INVARIANT (product): each peer of a rule has a rule of its own with each share of the ports, and they are peers × ports again.
/// </remarks>
internal sealed class CalicoLowering(PolicyEntry entry, LoweringContext context)
{
    // What Kubernetes' own policies get from Calico. It is written, for an object without order comes last.
    private const int UsualOrder = 1000;

    private static readonly ObjectNodes Policies = new(CalicoKinds.ApiVersion, CalicoKinds.Policy);
    private static readonly ObjectNodes StagedPolicies = new(CalicoKinds.ApiVersion, CalicoKinds.StagedPolicy);
    private static readonly ManifestText Allow = new("Allow");

    public Manifest? Lower()
    {
        if (context.Namespace(entry) is not { } namespaceName || !CalicoRefusals.Version(entry, context)) return null;
        var before = context.Errors;
        var staged = entry.Mode is RolloutMode.DryRun;
        var spec = Nodes.MapOfKnown(
            (CalicoDryRun.Set.Key, staged ? CalicoDryRun.Set.Value : null),
            ("order", entry.Order ?? UsualOrder),
            ("selector", Subject()),
            ("types", Nodes.Directions(entry)),
            ("ingress", Section(Direction.Ingress)),
            ("egress", Section(Direction.Egress)));

        // What was refused is not checked on top of it: the rules would only say the same in other words.
        return context.Errors > before ? null : (staged ? StagedPolicies : Policies).Of(entry, entry.Id.Name, namespaceName, spec);
    }

    private string Subject()
    {
        if (CalicoSelectors.KeptKeyOfPods(entry.Subject.Pods) is { } key) CalicoRefusals.KeptKey(entry, entry.Origin, "pods", key, context);
        var subject = CalicoSelectors.Subject(entry.Subject.Pods);
        CalicoRefusals.TooLong(entry, entry.Origin, subject, context);
        return subject;
    }

    private ManifestList? Section(Direction direction)
    {
        if (entry.Section(direction) is null) return null;
        var rules = RuleNodes.Lower(entry, direction, context, AddRules);
        CalicoFragments.Append(rules, entry, direction, context);
        CalicoRefusals.TooManyRules(entry, direction, rules.Count, context);
        return rules.Count == 0 ? null : Nodes.ListOf(rules);
    }

    private void AddRules(List<ManifestNode> rules, RuleIr rule, Direction direction)
    {
        var matches = new CalicoPeers(entry, rule, direction, context).Lower();
        if (matches.Count == 0) return;
        var shares = CalicoPorts.Lower(rule.Traffic);
        foreach (var match in matches)
        {
            if (match.PinsPorts)
            {
                rules.Add(Nodes.Map(("action", Allow), ("protocol", Nodes.Tcp), ("destination", ManifestMap.Trusted(match.Entries))));
                continue;
            }

            foreach (var share in shares) rules.Add(direction is Direction.Ingress ? Ingress(match, share) : Egress(match, share));
        }
    }

    // Ports are always those of the end that receives.
    private static ManifestMap Ingress(CalicoPeers.Match match, CalicoPorts.Share share)
    {
        var entries = Begun(share, 4);
        if (match.Entries.Length > 0) entries.Add(new("source", ManifestMap.Trusted(match.Entries)));
        if (share.Ports is not null) entries.Add(new("destination", Nodes.Map(("ports", share.Ports))));
        return Nodes.MapOf(entries);
    }

    private static ManifestMap Egress(CalicoPeers.Match match, CalicoPorts.Share share)
    {
        var entries = Begun(share, 3);
        if (share.Ports is not null) entries.Add(new("destination", ManifestMap.Trusted([.. match.Entries, new("ports", share.Ports)])));
        else if (match.Entries.Length > 0) entries.Add(new("destination", ManifestMap.Trusted(match.Entries)));
        return Nodes.MapOf(entries);
    }

    private static List<ManifestEntry> Begun(CalicoPorts.Share share, int capacity)
    {
        var entries = new List<ManifestEntry>(capacity) { new("action", Allow) };
        if (share.Protocol is not null) entries.Add(new("protocol", share.Protocol));
        return entries;
    }
}
