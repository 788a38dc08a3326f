namespace PolicyKit.Ir;

/// <summary>The one order of everything in the intermediate form, so that the same meaning gives the same bytes.</summary>
internal static class IrOrder
{
    public static int Policies(PolicyEntry left, PolicyEntry right) => First(
        string.CompareOrdinal(left.Id.Namespace, right.Id.Namespace),
        string.CompareOrdinal(left.Id.Name, right.Id.Name));

    public static int Raws(RawEntry left, RawEntry right) => First(
        string.CompareOrdinal(left.Engine.Name, right.Engine.Name),
        string.CompareOrdinal(left.Yaml, right.Yaml));

    public static int Rules(RuleIr left, RuleIr right)
    {
        var traffic = Traffic(left.Traffic, right.Traffic);
        if (traffic != 0) return traffic;
        var peers = Lists(left.Peers, right.Peers, Peers);
        return peers != 0 ? peers : string.CompareOrdinal(left.Because, right.Because);
    }

    /// <summary>Sorted and distinct.</summary>
    public static ValueArray<PeerIr> Canonical(ValueArray<PeerIr> peers)
    {
        if (peers.Count < 2) return peers;
        var sorted = peers.ToList();
        sorted.Sort(Peers);
        for (var i = sorted.Count - 1; i > 0; i--)
        {
            if (sorted[i].Equals(sorted[i - 1])) sorted.RemoveAt(i);
        }

        return sorted.ToValueArray();
    }

    public static int Ports(PortIr left, PortIr right)
    {
        if (left.Protocol != right.Protocol) return left.Protocol.CompareTo(right.Protocol);
        return (left, right) switch
        {
            (PortIr.Range a, PortIr.Range b) => First(a.First.CompareTo(b.First), a.Last.CompareTo(b.Last)),
            (PortIr.Named a, PortIr.Named b) => string.CompareOrdinal(a.Name, b.Name),
            _ => Rank(left).CompareTo(Rank(right)),
        };
    }

    private static int Traffic(TrafficIr left, TrafficIr right) => (left, right) switch
    {
        (TrafficIr.Some a, TrafficIr.Some b) => Lists(a.Ports, b.Ports, Ports),
        _ => (left is TrafficIr.Some).CompareTo(right is TrafficIr.Some),
    };

    private static int Peers(PeerIr left, PeerIr right) => (left, right) switch
    {
        (PeerIr.Pods a, PeerIr.Pods b) => First(Scopes(a.Scope, b.Scope), Selectors(a.Selector, b.Selector)),
        (PeerIr.Network a, PeerIr.Network b) => First(a.Block.CompareTo(b.Block), Blocks(a.Except, b.Except)),
        (PeerIr.ApiServer a, PeerIr.ApiServer b) => First(Blocks(a.At ?? [], b.At ?? []), a.OnEndpointPorts.CompareTo(b.OnEndpointPorts)),
        (PeerIr.HostName a, PeerIr.HostName b) => string.CompareOrdinal(a.Pattern.ToString(), b.Pattern.ToString()),
        _ => Rank(left).CompareTo(Rank(right)),
    };

    private static int Scopes(NamespaceScope left, NamespaceScope right) => (left, right) switch
    {
        (NamespaceScope.Named a, NamespaceScope.Named b) => Lists(a.Names, b.Names, string.CompareOrdinal),
        (NamespaceScope.Matching a, NamespaceScope.Matching b) => Selectors(a.Labels, b.Labels),
        _ => Rank(left).CompareTo(Rank(right)),
    };

    private static int Selectors(LabelSelector left, LabelSelector right) =>
        ReferenceEquals(left, right) ? 0 : Lists(left.Requirements, right.Requirements, Requirements);

    private static int Requirements(LabelRequirement left, LabelRequirement right) => First(
        string.CompareOrdinal(left.Key, right.Key),
        left.Operator.CompareTo(right.Operator),
        Lists(left.Values, right.Values, string.CompareOrdinal));

    private static int Blocks(ValueArray<CidrBlock> left, ValueArray<CidrBlock> right) => Lists(left, right, (a, b) => a.CompareTo(b));

    private static int Lists<T>(ValueArray<T> left, ValueArray<T> right, Comparison<T> compare)
    {
        for (var i = 0; i < left.Count && i < right.Count; i++)
        {
            var order = compare(left[i], right[i]);
            if (order != 0) return order;
        }

        return left.Count.CompareTo(right.Count);
    }

    private static int First(int first, int second, int third = 0) => first != 0 ? first : second != 0 ? second : third;

    private static int Rank(PortIr port) => port switch
    {
        PortIr.Whole => 0,
        PortIr.Range => 1,
        PortIr.Named => 2,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static int Rank(NamespaceScope scope) => scope switch
    {
        NamespaceScope.Own => 0,
        NamespaceScope.Named => 1,
        NamespaceScope.Matching => 2,
        NamespaceScope.Every => 3,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static int Rank(PeerIr peer) => peer switch
    {
        PeerIr.Pods => 0,
        PeerIr.ResolverPods => 1,
        PeerIr.ResolverAddresses => 2,
        PeerIr.ApiServer => 3,
        PeerIr.Network => 4,
        PeerIr.HostName => 5,
        PeerIr.Nodes => 6,
        PeerIr.Kubelet => 7,
        PeerIr.Internet => 8,
        PeerIr.OutsideCluster => 9,
        PeerIr.Anywhere => 10,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
