namespace PolicyKit.Engines.Cilium;

/// <summary>Where a rule stands.</summary>
/// <param name="Direction">The direction.</param>
/// <param name="Denies">Whether the section denies.</param>
/// <param name="ForNodes">Whether the policy is one for nodes.</param>
internal readonly record struct CiliumSection(Direction Direction, bool Denies, bool ForNodes)
{
    /// <summary>The key of the section.</summary>
    public string Key => (Direction, Denies) switch
    {
        (Direction.Ingress, false) => "ingress",
        (Direction.Ingress, true) => "ingressDeny",
        (_, false) => "egress",
        _ => "egressDeny",
    };

    /// <summary>The members that name peers: a rule has one of them.</summary>
    public string[] Members => Direction is Direction.Ingress ? IngressMembers : EgressMembers;

    private static readonly string[] IngressMembers = ["fromEndpoints", "fromCIDR", "fromCIDRSet", "fromEntities", "fromNodes", "fromGroups"];

    private static readonly string[] EgressMembers = ["toEndpoints", "toCIDR", "toCIDRSet", "toEntities", "toNodes", "toGroups", "toServices", "toFQDNs"];
}
