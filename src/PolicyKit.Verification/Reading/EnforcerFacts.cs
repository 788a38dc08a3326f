namespace PolicyKit.Verification.Reading;

/// <summary>The facts of a cluster that decide how its enforcer reads and applies policies, every default filled in.</summary>
internal sealed record EnforcerFacts
{
    public Enforcer Enforcer { get; init; }

    /// <summary>Whether the experimental channel of ClusterNetworkPolicy is installed.</summary>
    public bool ExperimentalChannel { get; init; }

    public CiliumFacts Cilium { get; init; } = new();

    public CalicoFacts Calico { get; init; } = new();
}

/// <summary>Which networks Cilium matches beside addresses outside the cluster.</summary>
[Flags]
internal enum CiliumCidrMatch
{
    OutsideOnly = 0,
    Nodes = 1,
    Pods = 2,
}

/// <summary>When Cilium restricts endpoints.</summary>
internal enum CiliumEnforcementMode
{
    Default,
    Always,
    Never,
}

/// <summary>The switches of Cilium.</summary>
internal sealed record CiliumFacts
{
    public Version Version { get; init; } = new(1, 18);

    public CiliumCidrMatch CidrMatch { get; init; }

    public CiliumEnforcementMode Enforcement { get; init; }

    public bool L7Proxy { get; init; } = true;

    public bool NonDefaultDeny { get; init; } = true;

    public bool Sctp { get; init; }

    public bool ClusterMesh { get; init; }

    public bool DefaultLocalCluster { get; init; } = true;

    public string ClusterName { get; init; } = "default";
}

/// <summary>The version and edition of Calico.</summary>
internal sealed record CalicoFacts
{
    public Version Version { get; init; } = new(3, 32);

    public bool Enterprise { get; init; }
}
