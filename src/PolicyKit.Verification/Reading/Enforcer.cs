namespace PolicyKit.Verification.Reading;

/// <summary>What the cluster runs, as far as it changes what policies mean.</summary>
internal enum Enforcer
{
    /// <summary>Nobody said: every question that the specification leaves open stays open.</summary>
    Unknown,

    Cilium,

    Calico,

    KubeNetworkPolicies,

    AwsVpcCni,
}
