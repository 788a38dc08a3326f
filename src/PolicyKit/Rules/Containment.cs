namespace PolicyKit.Rules;

/// <summary>Whether one written rule allows everything that another one does, as far as that can be seen without knowing the cluster.</summary>
internal static class Containment
{
    public static bool Contains(PolicyRule wide, PolicyRule narrow)
    {
        // Ports first: they differ more often, and comparing them costs less.
        foreach (var port in narrow.Ports)
        {
            if (!IsInOneOf(wide.Ports, port)) return false;
        }

        foreach (var peer in narrow.Peers)
        {
            if (!IsInOneOf(wide.Peers, peer)) return false;
        }

        return wide.Peers.Count > 0 && wide.Ports.Count > 0;
    }

    private static bool IsInOneOf(ValueArray<RulePeer> wide, RulePeer narrow)
    {
        foreach (var one in wide)
        {
            if (Contains(one, narrow)) return true;
        }

        return false;
    }

    private static bool IsInOneOf(ValueArray<Port> wide, Port narrow)
    {
        foreach (var one in wide)
        {
            if (Contains(one, narrow)) return true;
        }

        return false;
    }

    private static bool Contains(RulePeer wide, RulePeer narrow) => (wide, narrow) switch
    {
        (AnywherePeer, _) => true,
        (NamespacePeer a, NamespacePeer b) => Contains(a.Scope, b.Scope),
        (NamespacePeer a, PodsPeer b) => Contains(a.Scope, b.Scope),
        (NamespacePeer { Scope: NamespaceScope.Own or NamespaceScope.Every }, SelfPeer) => true,
        (PodsPeer a, PodsPeer b) => Contains(a.Scope, b.Scope) && Contains(a.Selector, b.Selector),
        (NetworkPeer a, NetworkPeer b) => Contains(a, b),
        _ => wide.Equals(narrow),
    };

    private static bool Contains(NamespaceScope wide, NamespaceScope narrow) => (wide, narrow) switch
    {
        (NamespaceScope.Every, _) => true,
        (NamespaceScope.Named a, NamespaceScope.Named b) => Contains(a.Names, b.Names),
        _ => wide.Equals(narrow),
    };

    private static bool Contains(NetworkPeer wide, NetworkPeer narrow)
    {
        if (!wide.Block.Contains(narrow.Block)) return false;
        foreach (var hole in wide.Exceptions)
        {
            if (narrow.Overlaps(hole)) return false;
        }

        return true;
    }

    private static bool Contains(LabelSelector wide, LabelSelector narrow) => Contains(narrow.Requirements, wide.Requirements);

    private static bool Contains<T>(ValueArray<T> all, ValueArray<T> some)
        where T : IEquatable<T>
    {
        foreach (var one in some)
        {
            if (!all.AsSpan().Contains(one)) return false;
        }

        return true;
    }

    private static bool Contains(Port wide, Port narrow) => (wide, narrow) switch
    {
        (Port.Every, _) => true,
        (Port.EveryOf a, Port.EveryOf b) => a.Protocol == b.Protocol,
        (Port.EveryOf a, Port.Numbered b) => a.Protocol == b.Protocol,
        (Port.EveryOf a, Port.Ranged b) => a.Protocol == b.Protocol,
        (Port.EveryOf a, Port.ByName b) => a.Protocol == b.Protocol,
        (Port.Ranged a, Port.Numbered b) => a.Protocol == b.Protocol && a.First <= b.Number && b.Number <= a.Last,
        (Port.Ranged a, Port.Ranged b) => a.Protocol == b.Protocol && a.First <= b.First && b.Last <= a.Last,
        (Port.Numbered a, Port.Numbered b) => a.Protocol == b.Protocol && a.Number == b.Number,
        _ => wide.Equals(narrow),
    };
}
