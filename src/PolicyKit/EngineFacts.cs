namespace PolicyKit;

/// <summary>What Cilium's <c>policy-cidr-match-mode</c> adds to the addresses outside the cluster.</summary>
public enum CidrMatchMode
{
    /// <summary>Addresses of nodes.</summary>
    Nodes,

    /// <summary>Addresses of pods (1.20 and later).</summary>
    Pods,
}

/// <summary>Cilium's <c>policy-enforcement-mode</c>.</summary>
public enum CiliumEnforcement
{
    /// <summary>Pods that a policy selects are restricted.</summary>
    Default,

    /// <summary>Every pod is restricted.</summary>
    Always,

    /// <summary>No pod is restricted.</summary>
    Never,
}

/// <summary>How Cilium is set up.</summary>
public sealed record CiliumFacts
{
    /// <summary>The version, as major and minor.</summary>
    public EngineVersion Version { get; init; } = new(1, 18);

    /// <summary>What address blocks match beside addresses outside the cluster.</summary>
    public ValueArray<CidrMatchMode> CidrMatchMode { get; init; } = ValueArray<CidrMatchMode>.Empty;

    /// <summary>The policy enforcement mode.</summary>
    public CiliumEnforcement Enforcement { get; init; }

    /// <summary>Whether the layer-7 proxy runs; host names need it.</summary>
    public bool L7Proxy { get; init; } = true;

    /// <summary>Whether <c>enableDefaultDeny: false</c> is honoured (<c>enable-non-default-deny-policies</c>).</summary>
    public bool NonDefaultDeny { get; init; } = true;

    /// <summary>Whether SCTP is switched on.</summary>
    public bool Sctp { get; init; }

    /// <summary>Whether other clusters' pods are in reach (ClusterMesh).</summary>
    public bool ClusterMesh { get; init; }

    /// <summary>Whether selectors mean the local cluster unless they say otherwise.</summary>
    public bool DefaultLocalCluster { get; init; } = true;

    /// <summary>The name of this cluster in the mesh.</summary>
    public string ClusterName { get; init => field = FactSyntax.Checked(value, FactSyntax.ClusterName(value)); } = "default";
}

/// <summary>Which Calico it is.</summary>
public enum CalicoEdition
{
    /// <summary>The open-source edition.</summary>
    Oss,

    /// <summary>Calico Enterprise or Cloud.</summary>
    Enterprise,
}

/// <summary>Which Calico it is.</summary>
public sealed record CalicoFacts
{
    /// <summary>The version, as major and minor.</summary>
    public EngineVersion Version { get; init; } = new(3, 32);

    /// <summary>The edition; host names need Enterprise.</summary>
    public CalicoEdition Edition { get; init; }
}

/// <summary>Which CRDs of ClusterNetworkPolicy the cluster has.</summary>
public enum ReleaseChannel
{
    /// <summary>The standard channel.</summary>
    Standard,

    /// <summary>The experimental channel: nodes and host names too.</summary>
    Experimental,
}

/// <summary>Where the allow and deny layers of ClusterNetworkPolicy go.</summary>
public enum Placement
{
    /// <summary>Both in the Baseline tier: any NetworkPolicy on the same pod takes over.</summary>
    Baseline,

    /// <summary>Allow in the Admin tier, deny in the Baseline tier: the union with NetworkPolicies on the same pod.</summary>
    Union,

    /// <summary>Both in the Admin tier: NetworkPolicies on the same pod no longer count.</summary>
    Admin,
}

/// <summary>How ClusterNetworkPolicy objects are to be placed. Every set of a cluster must use the same priorities.</summary>
public sealed record ClusterNetworkPolicyFacts
{
    /// <summary>Which CRDs the cluster has.</summary>
    public ReleaseChannel Channel { get; init; }

    /// <summary>Where the layers go.</summary>
    public Placement Placement { get; init; }

    /// <summary>The priority of every allow object: 0 to 1000, below <see cref="DenyPriority"/>. Placement Union uses 1000, the last one of the Admin tier.</summary>
    public int AllowPriority { get; init => field = FactSyntax.Checked(value, FactSyntax.Priority(value)); } = 500;

    /// <summary>The priority of every deny object: 0 to 1000.</summary>
    public int DenyPriority { get; init => field = FactSyntax.Checked(value, FactSyntax.Priority(value)); } = 1000;
}
