using PolicyKit;
using static PolicyKit.Dsl;

namespace GitGuardian;

/// <summary>What the documentation lets an operator choose.</summary>
public sealed record GitGuardianOptions
{
    /// <summary>Rehearse or enforce. There is no default: a mode that nobody chose protects nobody, or cuts somebody off.</summary>
    public required RolloutMode Mode { get; init; }

    /// <summary>The namespace of the product, which has it to itself.</summary>
    public string Namespace { get; init; } = "gitguardian";

    /// <summary>Namespaces whose pods may reach every pod and port. Prefer <see cref="Entrances"/>, which open one port.</summary>
    public IReadOnlyList<string> AllowedNamespaces { get; init; } = [];

    /// <summary>Single ports that are open to a peer: an ingress controller on nodes, a load balancer, Prometheus.</summary>
    public IReadOnlyList<GitGuardianEntrance> Entrances { get; init; } = [];

    /// <summary>What the product may reach; null leaves egress as it is, and then nothing has to be listed.</summary>
    public GitGuardianEgress? Egress { get; init; }

    /// <summary>Further policies; without a namespace they are put into the product's.</summary>
    public IReadOnlyList<Policy> ExtraPolicies { get; init; } = [];

    /// <summary>Further manifests in an engine's own YAML. They obey the mode too: a rehearsal cuts nothing off.</summary>
    public IReadOnlyList<GitGuardianRaw> RawPolicies { get; init; } = [];
}

/// <summary>What the product may reach, complete: DNS, the API server and itself are always part of it.</summary>
public sealed record GitGuardianEgress
{
    /// <summary>Where version control systems and registries are.</summary>
    public IReadOnlyList<EgressPeer> Https { get; init; } = [Internet];

    /// <summary>The mail relay, the database, whatever else it calls.</summary>
    public IReadOnlyList<GitGuardianService> Services { get; init; } = [new(Port.Tcp(587), Cidr("10.0.0.0/24"), "mail through the relay of the company network")];
}

/// <summary>A port that is open to a peer.</summary>
public sealed record GitGuardianEntrance(Port Port, Peer From, string Because);

/// <summary>Something the product connects to.</summary>
public sealed record GitGuardianService(Port Port, EgressPeer Peer, string Because);

/// <summary>Manifests in an engine's own YAML.</summary>
public sealed record GitGuardianRaw(Engine Engine, string Yaml);
