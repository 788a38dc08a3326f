using PolicyKit.Verification.Engines.Selectors;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Engines.Cilium;

/// <summary>One peer of an item.</summary>
internal abstract record CiliumPeer
{
    private CiliumPeer()
    {
    }

    /// <summary>Endpoints by their labels.</summary>
    internal sealed record Endpoints(CiliumSelector Selector) : CiliumPeer;

    /// <summary>An entity by its name.</summary>
    internal sealed record Entity(string Name) : CiliumPeer;

    /// <summary>Addresses of a network, without some smaller networks in it.</summary>
    internal sealed record Network(Cidr Cidr, ValueArray<Cidr> Except) : CiliumPeer;

    /// <summary>Addresses of CIDR groups, by name or by labels.</summary>
    internal sealed record Groups(string? Name, SelectorModel? Labels, ValueArray<Cidr> Except) : CiliumPeer;

    /// <summary>Addresses that were learned for host names.</summary>
    internal sealed record HostName(NamePattern Pattern) : CiliumPeer;

    /// <summary>What is behind Services, by name or by labels.</summary>
    internal sealed record Service(string Namespace, string? Name, SelectorModel? Labels) : CiliumPeer;
}
