using PolicyKit.Verification.Engines.Selectors;

namespace PolicyKit.Verification.Engines.Calico;

/// <summary>The names that Calico's API server takes.</summary>
internal static class CalicoNames
{
    private const int Longest = 253;
    private const int LongestTier = 63;

    /// <summary>Names under which Calico keeps policies that come from elsewhere.</summary>
    private static readonly string[] Reserved = ["knp.default.", "ossg.default."];

    /// <summary>The rule for the names of a kind; in the stored form the names are those of Kubernetes.</summary>
    public static Func<string, bool> RuleOf(string kind, bool isStored) => kind switch
    {
        _ when isStored => KubernetesNames.IsSubdomain,
        CalicoKinds.Policy or CalicoKinds.StagedPolicy => name => IsPolicy(name) || Array.Exists(Reserved, prefix => name.StartsWith(prefix, StringComparison.Ordinal) && KubernetesNames.IsSubdomain(name)),
        CalicoKinds.GlobalPolicy or CalicoKinds.StagedGlobalPolicy => IsPolicy,
        CalicoKinds.Tier => name => name.Length <= LongestTier && IsPolicy(name) && !name.Contains('.', StringComparison.Ordinal),
        _ => KubernetesNames.IsSubdomain,
    };

    /// <summary>One label or two, of any length: more dots than one are refused.</summary>
    private static bool IsPolicy(string name) => name.Length <= Longest && KubernetesNames.IsSubdomain(name) && name.Count(c => c == '.') <= 1;
}
