using PolicyKit.Verification.Engines.Selectors;

namespace PolicyKit.Verification.Engines.Cilium;

/// <summary>Where a label of a selector comes from: the prefix of its key.</summary>
internal enum CiliumSource
{
    /// <summary>No prefix, or <c>any:</c>.</summary>
    Any,

    /// <summary><c>k8s:</c>, which is what the labels of pods have.</summary>
    Kubernetes,

    /// <summary><c>reserved:</c>, which is what nodes, the world and other endpoints without labels have.</summary>
    Reserved,

    /// <summary>Something else, which no endpoint of a Kubernetes cluster has.</summary>
    Other,
}

/// <summary>The key of a label in two parts.</summary>
internal readonly record struct CiliumKey(CiliumSource Source, string Name)
{
    public const string NamespaceName = "io.kubernetes.pod.namespace";
    public const string NamespaceLabels = "io.cilium.k8s.namespace.labels.";
    public const string ServiceAccount = "io.cilium.k8s.policy.serviceaccount";
    public const string Cluster = "io.cilium.k8s.policy.cluster";

    /// <summary>Whether the selector that has it says itself which namespaces it means.</summary>
    public bool ChoosesNamespaces => Source is CiliumSource.Any or CiliumSource.Kubernetes && (Name == NamespaceName || Name.StartsWith(NamespaceLabels, StringComparison.Ordinal));

    public static CiliumKey Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? new(CiliumSource.Any, text) : new(SourceOf(text[..colon]), text[(colon + 1)..]);
    }

    private static CiliumSource SourceOf(string prefix) => prefix switch
    {
        "any" => CiliumSource.Any,
        "k8s" => CiliumSource.Kubernetes,
        "reserved" => CiliumSource.Reserved,
        _ => CiliumSource.Other,
    };
}

/// <summary>One requirement of a selector.</summary>
/// <param name="Key">The key.</param>
/// <param name="Operator">What is asked.</param>
/// <param name="Values">The values.</param>
/// <param name="IsLabel">Whether it is written in <c>matchLabels</c>.</param>
internal sealed record CiliumRequirement(CiliumKey Key, SelectorOperator Operator, ValueArray<string> Values, bool IsLabel)
{
    /// <summary>Whether Cilium replaces it in a namespaced policy: a policy never selects pods of another namespace.</summary>
    public bool IsOverwritten => IsLabel && Key is { Source: CiliumSource.Kubernetes, Name: CiliumKey.NamespaceName };
}

/// <summary>A selector of endpoints: every requirement must hold.</summary>
internal sealed record CiliumSelector(ValueArray<CiliumRequirement> Requirements)
{
    public bool ChoosesNamespaces => Has(key => key.ChoosesNamespaces);

    public bool ChoosesCluster => Has(key => key.Source != CiliumSource.Reserved && key.Name == CiliumKey.Cluster);

    public bool IsReserved => Has(key => key.Source == CiliumSource.Reserved);

    /// <summary>A selector of another dialect, whose labels are all Kubernetes labels; a prefix says whose.</summary>
    public static IEnumerable<CiliumRequirement> OfLabels(SelectorModel? selector, string prefix = "") =>
        (selector ?? SelectorModel.Everything).Requirements.Select(r => new CiliumRequirement(new(CiliumSource.Kubernetes, prefix + r.Key), r.Operator, r.Values, IsLabel: false));

    private bool Has(Func<CiliumKey, bool> test) => Requirements.Any(requirement => test(requirement.Key));
}
