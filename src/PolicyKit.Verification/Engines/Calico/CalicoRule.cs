using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Reading;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Engines.Calico;

/// <summary>One rule: everything that is said in it must hold.</summary>
internal sealed record CalicoRule(Effect Action, CalicoEntity From, CalicoEntity To, Place Place)
{
    public IpFamily? Family { get; init; }

    /// <summary>The number of the protocol; null for any.</summary>
    public byte? Protocol { get; init; }

    public byte? NotProtocol { get; init; }

    public CalicoIcmp? Icmp { get; init; }

    public CalicoIcmp? NotIcmp { get; init; }
}

/// <summary>A type of ICMP, and a code of it; null for any.</summary>
internal sealed record CalicoIcmp(byte? Type, byte? Code);

/// <summary>One end of a rule. INVARIANT (written): what is null or empty was not written, or written empty, and restricts nothing.</summary>
internal sealed record CalicoEntity
{
    public static CalicoEntity Anything { get; } = new();

    public CalicoSelector? Selector { get; init; }

    public CalicoSelector? NotSelector { get; init; }

    public CalicoSelector? Namespaces { get; init; }

    public CalicoServiceAccounts? ServiceAccounts { get; init; }

    public ValueArray<Cidr> Nets { get; init; } = [];

    public ValueArray<Cidr> NotNets { get; init; } = [];

    public CalicoPorts Ports { get; init; } = CalicoPorts.None;

    public CalicoPorts NotPorts { get; init; } = CalicoPorts.None;

    public CalicoService? Service { get; init; }

    /// <summary>Host names (Calico Enterprise).</summary>
    public ValueArray<NamePattern> Domains { get; init; } = [];

    /// <summary>A peer that only a ClusterNetworkPolicy can have; its API says what it means.</summary>
    public EndpointPredicate? Foreign { get; init; }

    /// <summary>Whether the namespace of the policy restricts this end.</summary>
    public bool SelectsEndpoints => Selector is not null || NotSelector is not null || Namespaces is not null || ServiceAccounts is not null;
}

/// <summary>Service accounts by name and by label; both must hold.</summary>
internal sealed record CalicoServiceAccounts(ValueArray<string> Names, CalicoSelector? Selector);

/// <summary>A Service. Without a namespace it is no Service at all: nothing fills one in.</summary>
internal sealed record CalicoService(string Name, string? Namespace);

/// <summary>Ports by number and by name; either will do.</summary>
internal sealed record CalicoPorts(PortSet Numbers, ValueArray<string> Names)
{
    public static CalicoPorts None { get; } = new(PortSet.Empty, []);

    public bool AreWritten => !Numbers.IsEmpty || Names.Count > 0;
}
