namespace PolicyKit.Engines;

/// <summary>Which of the resolver's further addresses may be a node's own: a word for what is outside the cluster does not reach it there.</summary>
internal static class ResolverOnNode
{
    // Where NodeLocal listens: on no machine but the pod's own.
    private static readonly CidrBlock[] LinkLocal = [CidrBlock.Parse("169.254.0.0/16"), CidrBlock.Parse("fe80::/10")];

    /// <summary>The first address that may be of the pod's own node: a link-local one, or one of a Service, which NodeLocal serves too. Null when there is none.</summary>
    public static CidrBlock? Own(ClusterProfile facts)
    {
        foreach (var address in facts.Dns.Addresses)
        {
            if (facts.Networks.Services is null || IsCertain(address, facts)) return address;
        }

        return null;
    }

    /// <summary>The first address that is of one of the nodes, whichever that is; null when there is none.</summary>
    public static CidrBlock? Named(ClusterProfile facts) =>
        facts.Dns.Addresses.FirstOrDefault(address => Holds(facts.Networks.Nodes, address) || Holds(facts.Networks.Tunnels, address));

    /// <summary>The first address that may be of any node.</summary>
    public static CidrBlock? Any(ClusterProfile facts) => Own(facts) ?? Named(facts);

    /// <summary>Whether an address is one that NodeLocal takes, and not only may be because the networks of Services are not known.</summary>
    public static bool IsCertain(CidrBlock address, ClusterProfile facts) => address.IsInOneOf(LinkLocal) || Holds(facts.Networks.Services, address);

    private static bool Holds(ValueArray<CidrBlock>? networks, CidrBlock address) => networks is { } known && address.IsInOneOf(known.AsSpan());
}
