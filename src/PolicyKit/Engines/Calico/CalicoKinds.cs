namespace PolicyKit.Engines.Calico;

/// <summary>The kinds of <c>projectcalico.org/v3</c> that take part in what policies mean.</summary>
/// <remarks>
/// Not among them: <c>crd.projectcalico.org/v1</c>, the storage form, which nobody validates and nobody fills defaults into;
/// StagedKubernetesNetworkPolicy, which is a Kubernetes policy in disguise; HostEndpoint and the other settings of hosts.
/// </remarks>
internal static class CalicoKinds
{
    public const string ApiVersion = "projectcalico.org/v3";
    public const string StoredApiVersion = "crd.projectcalico.org/v1";
    public const string Policy = "NetworkPolicy";
    public const string GlobalPolicy = "GlobalNetworkPolicy";
    public const string StagedPolicy = "StagedNetworkPolicy";
    public const string StagedGlobalPolicy = "StagedGlobalNetworkPolicy";
    public const string NetworkSet = "NetworkSet";
    public const string GlobalNetworkSet = "GlobalNetworkSet";
    public const string Tier = "Tier";

    public static readonly string[] All = [Policy, GlobalPolicy, StagedPolicy, StagedGlobalPolicy, NetworkSet, GlobalNetworkSet, Tier];

    public static bool IsGlobalPolicy(string kind) => kind is GlobalPolicy or StagedGlobalPolicy;

    public static bool IsStaged(string kind) => kind is StagedPolicy or StagedGlobalPolicy;

    public static bool IsNamespaced(string kind) => kind is Policy or StagedPolicy or NetworkSet;
}
