using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Engines.Calico;

/// <summary>
/// The labels that Calico's agent sees: those of a pod, of its namespace and of its service account in one map, told apart by prefixes, with
/// some of Calico's own that nobody can overwrite.
/// </summary>
internal static class CalicoLabels
{
    public const string Namespace = "projectcalico.org/namespace";
    public const string Orchestrator = "projectcalico.org/orchestrator";
    public const string ServiceAccount = "projectcalico.org/serviceaccount";
    public const string NamespacePrefix = "pcns.";
    public const string ServiceAccountPrefix = "pcsa.";
    private const string Name = "projectcalico.org/name";
    private const string Kubernetes = "k8s";

    /// <summary>What only pods have.</summary>
    public static CalicoSelector IsPod { get; } = new CalicoSelector.Label(Orchestrator, CalicoOperator.Equal, [Kubernetes]);

    /// <summary>What everything in a namespace has.</summary>
    public static CalicoSelector InNamespace(string @namespace) => new CalicoSelector.Label(Namespace, CalicoOperator.Equal, [@namespace]);

    /// <summary>An expression over the labels of namespaces, as one over what is in them.</summary>
    public static CalicoSelector OfNamespaces(CalicoSelector selector) => Prefixed(selector, NamespacePrefix, Namespace);

    /// <summary>An expression over the labels of service accounts, as one over the pods that run as them.</summary>
    public static CalicoSelector OfServiceAccounts(CalicoSelector selector) => Prefixed(selector, ServiceAccountPrefix, ServiceAccount);

    /// <summary>A test of one label as a condition on a pod; it must stand beside one that lets only pods through.</summary>
    public static EndpointPredicate OnPod(string key, LabelTest test, SimulatedCluster cluster) => key switch
    {
        Orchestrator => test.Holds(Kubernetes) ? EndpointPredicate.Always : EndpointPredicate.Never,
        Namespace or NamespacePrefix + Name => test is LabelTest.In names
            ? new EndpointPredicate.InNamespace(names.Values)
            : new EndpointPredicate.Label(LabelScope.Namespace, SimulatedCluster.NamespaceNameLabel, test),
        ServiceAccount or ServiceAccountPrefix + Name => RunsAs(test, cluster),
        _ when key.StartsWith(NamespacePrefix, StringComparison.Ordinal) => new EndpointPredicate.Label(LabelScope.Namespace, key[NamespacePrefix.Length..], test),
        _ when key.StartsWith(ServiceAccountPrefix, StringComparison.Ordinal) => new EndpointPredicate.Label(LabelScope.ServiceAccount, key[ServiceAccountPrefix.Length..], test),
        _ => new EndpointPredicate.Label(LabelScope.Pod, key, test),
    };

    /// <summary>The labels of a network set: its own and, when it is in a namespace, those of the namespace.</summary>
    public static IReadOnlyDictionary<string, string> Of(CalicoNetworkSetModel set, SimulatedCluster cluster)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in set.Labels) labels[key] = value;
        if (set.Namespace is not { } ns) return labels;
        foreach (var (key, value) in cluster.NamespaceLabels(ns)) labels[NamespacePrefix + key] = value;
        labels[NamespacePrefix + Name] = ns;
        labels[Namespace] = ns;
        return labels;
    }

    /// <summary>Every pod runs as somebody, so a test that is no list of names is one once the cluster is known.</summary>
    private static EndpointPredicate RunsAs(LabelTest test, SimulatedCluster cluster) => test is LabelTest.In names
        ? new EndpointPredicate.RunsAs(names.Values)
        : new EndpointPredicate.RunsAs(cluster.Pods.Select(pod => pod.ServiceAccount).OfType<string>().Where(test.Holds).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueArray());

    private static CalicoSelector Prefixed(CalicoSelector selector, string prefix, string present) => selector.Rewrite(leaf => leaf switch
    {
        CalicoSelector.Label label => label with { Key = prefix + label.Key },
        CalicoSelector.Everything => new CalicoSelector.Label(present, CalicoOperator.Has, []),
        CalicoSelector.Global => new CalicoSelector.Not(new CalicoSelector.Label(present, CalicoOperator.Has, [])),
        _ => leaf,
    });
}
