using PolicyKit.Ir;

namespace PolicyKit.Engines.ClusterNetworkPolicy;

/// <summary>The differences that stay between a policy and its objects: each in a sentence, with the flows it covers.</summary>
internal sealed class ClusterNetworkPolicyGaps(PolicyEntry entry, LoweringContext context)
{
    private static readonly ValueArray<RulePeer> Everyone = [AnywherePeer.Instance];
    private static readonly ValueArray<RulePeer> EveryNode = [NodesPeer.Instance];
    private static readonly ValueArray<RulePeer> NoPods = [OutsideClusterPeer.Instance, NodesPeer.Instance];
    private static readonly ValueArray<Port> EveryPort = [Port.Any];
    private static readonly Protocol[] Protocols = [Protocol.Tcp, Protocol.Udp, Protocol.Sctp];

    /// <summary>What the deny layer does more or less than the policy says, and who decides before it.</summary>
    public void Enforced()
    {
        foreach (var direction in (ReadOnlySpan<Direction>)[Direction.Ingress, Direction.Egress])
        {
            if (entry.Section(direction) is not { } section) continue;
            var yields = Yields(section, direction);
            if (yields) ClusterNetworkPolicyBeside.Of(context).Report(entry, direction, context);
            if (context.HearsGaps) Enforced(direction, yields, denies: !AllowsEverything(section));
        }
    }

    /// <summary>Sources without a word here are cut where something else isolates the pods.</summary>
    public void CannotAllowOutside(RuleIr rule, ValueArray<RulePeer> sources)
    {
        if (entry.Mode is RolloutMode.DryRun) return;
        Declare(
            Gaps.OutsideSources,
            $"'{entry.Id}' cannot allow {Words.List([.. sources.Select(source => source.ToString())])}: they are cut where a NetworkPolicy isolates its pods (policies there see only pods).",
            Direction.Ingress, sources, rule.Traffic.AsWritten(), GapEffect.Cuts, "a NetworkPolicy isolates the pods for ingress, and does not allow the flow itself");
    }

    /// <summary>Nodes without a word here are cut where something else isolates the pods.</summary>
    public void CannotAllowNodes(RuleIr rule)
    {
        if (!context.HearsGaps || entry.Mode is RolloutMode.DryRun || SeesEveryNode) return;
        Declare(
            Gaps.NodesNotAllowed,
            $"'{entry.Id}' cannot allow {UnseenNodes}: it is cut where a NetworkPolicy isolates its pods ({WhyUnseen}).",
            Direction.Egress, EveryNode, rule.Traffic.AsWritten(), GapEffect.Cuts, $"a NetworkPolicy isolates the pods for egress, and does not allow the flow itself{OwnNodeOnly}");
    }

    /// <summary>A named port stands for every protocol that a pod declares the name for.</summary>
    public void AnyProtocol(RuleIr rule, Direction direction)
    {
        if (!context.HearsGaps || rule.Traffic is not TrafficIr.Some some) return;
        var peers = Pods(rule.Peers);
        foreach (var port in some.Ports)
        {
            if (port is not PortIr.Named named) continue;
            var others = Protocols
                .Where(protocol => !some.Ports.Contains(new PortIr.Named(protocol, named.Name)) && !OpensAll(some, protocol))
                .Select(protocol => (Port)new Port.ByName(protocol, named.Name)).ToValueArray();
            if (others.Count == 0) continue;
            Declare(
                Gaps.NamedPortProtocol,
                $"the named port '{named.Name}' of '{entry.Id}' is open for every protocol that a pod declares the name for.",
                direction, peers, others, GapEffect.Opens, "a pod declares the name for another protocol");
        }
    }

    /// <summary>Host names are addresses in the end, and a wildcard is deeper than written.</summary>
    public void ByAddress(RuleIr rule, DnsPattern pattern)
    {
        Declare(
            Gaps.NameByAddress,
            $"'{entry.Id}' also reaches other names on the addresses of '{pattern}'.",
            Direction.Egress, Everyone, rule.Traffic.AsWritten(), GapEffect.Opens, $"the address was learned for '{pattern}'");
        if (pattern.Wildcard is not DnsWildcard.OneLabel) return;
        var deep = new PeerIr.HostName(DnsPattern.Parse($"**.{pattern.Name}"));
        if (rule.Peers.Contains(deep)) return;
        Declare(
            Gaps.NameDepth,
            $"'{pattern}' of '{entry.Id}' stands for one or more labels.",
            Direction.Egress, [deep.AsWritten()], rule.Traffic.AsWritten(), GapEffect.Opens, $"the name has two or more labels before '{pattern.Name}'");
    }

    /// <summary>The allow layer of a dry run overrules what else is in the cluster.</summary>
    public void Rehearsed(Direction direction, SectionIr section)
    {
        var fragments = entry.HasFragments(context.Engine, direction);
        var peers = fragments ? Everyone : section.Rules.SelectMany(rule => direction is Direction.Ingress ? Pods(rule.Peers) : rule.Peers.Select(peer => peer.AsWritten())).Distinct().ToValueArray();
        var ports = fragments ? EveryPort : section.Rules.SelectMany(rule => rule.Traffic.AsWritten()).Distinct().ToValueArray();
        if (peers.Count == 0) return;
        Declare(
            Gaps.DryRunAllows,
            $"the dry run of '{entry.Id}' allows {Said(direction)} that it names, also where something else denies it.",
            direction, peers, ports, GapEffect.Opens, "the policy allows the flow, and something else denies it");
    }

    private void Enforced(Direction direction, bool yields, bool denies)
    {
        var facts = context.Facts.ClusterNetworkPolicy;
        if (denies && direction is Direction.Ingress)
        {
            Declare(
                Gaps.OutsideSources,
                $"sources outside the pod network still reach every port of '{entry.Id}' (policies there see only pods).",
                direction, NoPods, EveryPort, GapEffect.Opens, "no NetworkPolicy isolates the pods for ingress");
        }

        if (denies && direction is Direction.Egress && !SeesEveryNode)
        {
            Declare(
                Gaps.NodesNotDenied,
                $"'{entry.Id}' still reaches {UnseenNodes} ({WhyUnseen}).",
                direction, EveryNode, EveryPort, GapEffect.Opens, $"no NetworkPolicy isolates the pods for egress{OwnNodeOnly}");
        }

        if (yields)
        {
            Declare(
                Gaps.YieldsToNetworkPolicy,
                $"a NetworkPolicy that selects pods of '{entry.Id}' for {Said(direction)} decides there alone (placement Baseline).",
                direction, Everyone, EveryPort, GapEffect.Both, $"a NetworkPolicy selects the pods for {Said(direction)}");
        }

        if (denies && facts.Placement is Placement.Admin)
        {
            Declare(
                Gaps.OverridesNetworkPolicy,
                $"what a NetworkPolicy allows as {Said(direction)} of '{entry.Id}' is denied where the set does not allow it too (placement Admin).",
                direction, Everyone, EveryPort, GapEffect.Cuts, "a NetworkPolicy allows the flow, and no policy of the set does");
        }

        // Calico and Cilium isolate a pod per direction; where that is not known, the flow may be open.
        if (denies && facts.Placement is not Placement.Admin && context.Facts.Engine is not Enforcer.Calico && !IsolatesLast)
        {
            var other = direction is Direction.Ingress ? Direction.Egress : Direction.Ingress;
            Declare(
                Gaps.OtherDirection,
                $"{Said(direction)} of '{entry.Id}' is not denied where a NetworkPolicy selects its pods for {Said(other)} alone{(context.Facts.Engine is Enforcer.KubeNetworkPolicies ? "" : ", on some enforcers")}.",
                direction, Everyone, EveryPort, GapEffect.Opens, $"a NetworkPolicy selects the pods for {Said(other)} alone, and the enforcer ends evaluation there");
        }
    }

    // Cilium keeps the entries of all tiers in one list and isolates where none of them matched: a NetworkPolicy ends nothing there.
    private bool IsolatesLast => context.Facts.Engine is Enforcer.Cilium;

    // Cilium matches nodes by 0.0.0.0/0 only where it matches pods by it too; its word for nodes leaves the pod's own out.
    private bool SeesEveryNode =>
        context.Facts.Engine is not Enforcer.Cilium
        || (context.Facts.Cilium.CidrMatchMode.Contains(CidrMatchMode.Nodes) && context.Facts.Cilium.CidrMatchMode.Contains(CidrMatchMode.Pods));

    private bool IsExperimental => context.Facts.ClusterNetworkPolicy.Channel is ReleaseChannel.Experimental;

    private string UnseenNodes => IsExperimental ? "its pods' own node" : "every node";

    private string WhyUnseen => IsExperimental
        ? "networks do not match nodes on this enforcer, and its word for nodes means the others"
        : "networks do not match nodes on this enforcer, and the standard channel has no other word for them";

    private string OwnNodeOnly => IsExperimental ? "; the node is the pod's own" : "";

    // Whoever allows nothing has nothing to yield: the NetworkPolicy then says what both say together.
    private bool Yields(SectionIr section, Direction direction) =>
        context.Facts.ClusterNetworkPolicy.Placement is Placement.Baseline && !IsolatesLast && AllowsSomething(section, direction);

    // FromKubelet alone writes nothing: the pod's own node is always let in. Nobody is let in by selectors that contradict themselves.
    private bool AllowsSomething(SectionIr section, Direction direction)
    {
        foreach (var rule in section.Rules.AsSpan())
        {
            foreach (var peer in rule.Peers.AsSpan())
            {
                if (peer is not PeerIr.Kubelet && !Nobody.Is(peer.AsWritten())) return true;
            }
        }

        return entry.HasFragments(context.Engine, direction);
    }

    private static bool AllowsEverything(SectionIr section) => section.Rules.Any(rule => rule.Traffic is TrafficIr.Everything && rule.Peers[^1] is PeerIr.Anywhere);

    // In one word, or range by range: whatever number a name stands for is open anyhow.
    private static bool OpensAll(TrafficIr.Some some, Protocol protocol)
    {
        if (some.Ports.Contains(new PortIr.Whole(protocol))) return true;
        var next = 1;
        foreach (var range in some.Ports.OfType<PortIr.Range>().Where(range => range.Protocol == protocol).OrderBy(range => range.First))
        {
            if (range.First > next) return false;
            next = Math.Max(next, range.Last + 1);
        }

        return next > ushort.MaxValue;
    }

    private static string Said(Direction direction) => direction is Direction.Ingress ? "ingress" : "egress";

    // Those of the peers that are pods; of anywhere, its pods.
    private static ValueArray<RulePeer> Pods(ValueArray<PeerIr> peers) => peers
        .Where(peer => peer is PeerIr.Pods or PeerIr.ResolverPods or PeerIr.Anywhere)
        .Select(peer => peer is PeerIr.Anywhere ? Dsl.AnyNamespace : peer.AsWritten())
        .ToValueArray();

    private void Declare(GapId id, string difference, Direction direction, ValueArray<RulePeer> peers, ValueArray<Port> ports, GapEffect effect, string? condition) =>
        context.Declare(new(
            id,
            context.Engine,
            $"on {context.Engine}, {difference}",
            new(direction, entry.Subject.Namespace, entry.Subject.Pods, peers, ports, condition),
            effect));
}
