using PolicyKit.Manifests;
using PolicyKit.Verification.Reading;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Engines.Cilium;

/// <summary>A CiliumNetworkPolicy or CiliumClusterwideNetworkPolicy that every agent accepts.</summary>
/// <param name="Manifest">The object.</param>
/// <param name="Rules">Its <c>spec</c>, and every item of its <c>specs</c>.</param>
internal sealed record CiliumModel(Manifest Manifest, ValueArray<CiliumRule> Rules) : PolicyModel(Manifest)
{
    public const string Kind = "CiliumNetworkPolicy";
    public const string ClusterwideKind = "CiliumClusterwideNetworkPolicy";

    public override Enforcer Enforcer => Enforcer.Cilium;

    /// <summary>The namespace of the pods that it selects and, unless it says otherwise, of its peers; null for a policy of the whole cluster.</summary>
    public string? Scope => Manifest.Kind == ClusterwideKind ? null : Namespace ?? "default";
}

/// <summary>A CiliumCIDRGroup: networks under a name.</summary>
internal sealed record CiliumGroupModel(Manifest Manifest, ValueArray<(string Key, string Value)> Labels, ValueArray<Cidr> Networks) : PolicyModel(Manifest)
{
    public const string Kind = "CiliumCIDRGroup";
}

/// <summary>One rule: a selector, and what holds for the endpoints it selects.</summary>
internal sealed record CiliumRule(CiliumSelector Subject, CiliumSection Ingress, CiliumSection Egress, Place Place)
{
    public CiliumSection this[Direction direction] => direction == Direction.Ingress ? Ingress : Egress;
}

/// <summary>What a rule says about one direction.</summary>
/// <param name="Allow">What it allows.</param>
/// <param name="Deny">What it denies, whoever allows it.</param>
/// <param name="DefaultDeny">Whether the rest is denied; null where nothing is written about that.</param>
internal sealed record CiliumSection(ValueArray<CiliumItem> Allow, ValueArray<CiliumItem> Deny, bool? DefaultDeny)
{
    /// <summary>Whether there is a rule at all; <c>enableDefaultDeny</c> does nothing without one.</summary>
    public bool IsWritten => Allow.Count > 0 || Deny.Count > 0;
}

/// <summary>One item of a section.</summary>
/// <param name="Peers">The peers; null where no member for peers is written, and empty where one is written without items.</param>
/// <param name="Ports">The entries of <c>toPorts</c>; none: ports are not looked at.</param>
/// <param name="Icmps">The fields of <c>icmps</c>; null where there are no entries.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record CiliumItem(ValueArray<CiliumPeer>? Peers, ValueArray<CiliumPortEntry> Ports, ValueArray<CiliumIcmp>? Icmps, Place Place);

/// <summary>One entry of <c>toPorts</c>; without ports it matches nothing.</summary>
/// <param name="Ports">Its ports.</param>
/// <param name="RestrictsLayer7">Whether a proxy looks into the requests and may refuse some of them.</param>
internal sealed record CiliumPortEntry(ValueArray<CiliumPort> Ports, bool RestrictsLayer7);

/// <summary>One port: a number or a name, and where a range ends.</summary>
/// <param name="Protocols">The protocols.</param>
/// <param name="Number">The number, if it is one; 0 stands for all ports.</param>
/// <param name="Name">The name in lower case, if it is one.</param>
/// <param name="EndPort">The last port of a range; 0 for none.</param>
internal sealed record CiliumPort(ProtocolSet Protocols, ushort? Number, string? Name, ushort EndPort);

/// <summary>One ICMP type of one family.</summary>
internal sealed record CiliumIcmp(IpFamily Family, byte Type);
