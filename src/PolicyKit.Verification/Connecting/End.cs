using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Connecting;

/// <summary>One end of the list of connections.</summary>
/// <param name="Name">Its name in the list.</param>
/// <param name="Endpoint">The end, or one that stands for all of its kind.</param>
internal sealed record End(string Name, Endpoint Endpoint)
{
    private readonly int[] _appearances = [-1, -1, -1, -1];

    /// <summary>Its families, in the order of its addresses: a flow takes the first that both ends have.</summary>
    public IpFamily[] Families { get; } = [.. Endpoint.Addresses.Select(address => address.Family).Distinct()];

    /// <summary>Whether it looks different to subjects of its own node.</summary>
    public bool IsOfNode => (Endpoint.Kinds & Kinds.OtherNode) != 0 && Endpoint.Node is not null;

    /// <summary>Whether it is a host name: connections go to it, and nobody sees one come from it.</summary>
    public bool IsName => Endpoint.DnsNames.Count > 0;

    /// <summary>The class of its appearance in a family, as another's node or as the subject's own.</summary>
    public int this[IpFamily family, bool own]
    {
        get => _appearances[((int)family * 2) + (own && IsOfNode ? 1 : 0)];
        set => _appearances[((int)family * 2) + (own ? 1 : 0)] = value;
    }

    /// <summary>Whether no condition tells the two apart.</summary>
    public bool LooksLike(End other) => Families.AsSpan().SequenceEqual(other.Families) && _appearances.AsSpan().SequenceEqual(other._appearances);

    /// <summary>The same end under another name, on a node or on none in particular.</summary>
    public End Named(string name, string? node)
    {
        var named = new End(name, Endpoint with { Node = node });
        _appearances.CopyTo(named._appearances, 0);
        return named;
    }
}
