namespace PolicyKit;

/// <summary>The facts of a cluster that lowering needs, said once. What is not said is not known, and never guessed.</summary>
/// <remarks>The same facts can be written as YAML or JSON; the keys are those of the properties, in camel case.</remarks>
public sealed partial record ClusterProfile
{
    /// <summary>A profile that knows nothing.</summary>
    public static ClusterProfile Unknown { get; } = new();

    /// <summary>What enforces policies in the cluster. The dialect to write is an argument of <see cref="PolicySet.Emit"/> instead.</summary>
    public Enforcer Engine { get; init; }

    /// <summary>Where the API server is, and where its calls come from.</summary>
    public ApiServerFacts ApiServer { get; init; } = new();

    /// <summary>Where the cluster's resolver is.</summary>
    public DnsFacts Dns { get; init; } = new();

    /// <summary>Which addresses pods, Services and nodes have.</summary>
    public NetworkFacts Networks { get; init; } = new();

    /// <summary>How Cilium is set up, where it runs or is written for.</summary>
    public CiliumFacts Cilium { get; init; } = new();

    /// <summary>Which Calico it is, where it runs or is written for.</summary>
    public CalicoFacts Calico { get; init; } = new();

    /// <summary>How ClusterNetworkPolicy objects are to be placed.</summary>
    public ClusterNetworkPolicyFacts ClusterNetworkPolicy { get; init; } = new();

    /// <summary>Whether the enforcer lets an address block match a node's address: null when that is not known.</summary>
    internal bool? SeesNodesByAddress => Engine switch
    {
        Enforcer.Cilium => Cilium.CidrMatchMode.Contains(CidrMatchMode.Nodes),
        Enforcer.Calico or Enforcer.KubeNetworkPolicies => true,
        _ => null,
    };
}
