namespace PolicyKit;

/// <summary>What a cluster runs to enforce network policies. It need not be the dialect that is emitted.</summary>
public enum Enforcer
{
    /// <summary>Not known: <c>kubernetes</c> in a profile. Questions that a specification leaves open stay open.</summary>
    Unknown,

    /// <summary>Cilium.</summary>
    Cilium,

    /// <summary>Calico.</summary>
    Calico,

    /// <summary>The kube-network-policies agent.</summary>
    KubeNetworkPolicies,

    /// <summary>The AWS VPC CNI with its network policy agent.</summary>
    AwsVpcCni,
}
