namespace PolicyKit.Verification.Engines.Calico;

/// <summary>Calico's kinds that take part in what policies mean.</summary>
internal static class CalicoKinds
{
    public const string Group = "projectcalico.org";

    /// <summary>The form in which Calico stores its objects; some people write it by hand.</summary>
    public const string StoredGroup = "crd.projectcalico.org";

    public const string Policy = "NetworkPolicy";
    public const string GlobalPolicy = "GlobalNetworkPolicy";
    public const string StagedPolicy = "StagedNetworkPolicy";
    public const string StagedGlobalPolicy = "StagedGlobalNetworkPolicy";
    public const string StagedKubernetesPolicy = "StagedKubernetesNetworkPolicy";
    public const string Tier = "Tier";
    public const string NetworkSet = "NetworkSet";
    public const string GlobalNetworkSet = "GlobalNetworkSet";
    public const string HostEndpoint = "HostEndpoint";

    private static readonly EngineVersion Always = new(3, 0);
    private static readonly EngineVersion Tiers = new(3, 29);
    private static readonly EngineVersion Staging = new(3, 30);

    /// <summary>The first version with a kind; null for a kind that is none of them.</summary>
    public static EngineVersion? Since(string kind) => kind switch
    {
        Policy or GlobalPolicy or NetworkSet or GlobalNetworkSet or HostEndpoint => Always,
        Tier => Tiers,
        StagedPolicy or StagedGlobalPolicy or StagedKubernetesPolicy => Staging,
        _ => null,
    };

    public static bool IsNamespaced(string kind) => kind is Policy or StagedPolicy or StagedKubernetesPolicy or NetworkSet;

    public static bool IsStaged(string kind) => kind is StagedPolicy or StagedGlobalPolicy or StagedKubernetesPolicy;
}
