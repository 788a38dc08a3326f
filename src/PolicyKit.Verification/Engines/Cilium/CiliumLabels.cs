using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Engines.Selectors;

namespace PolicyKit.Verification.Engines.Cilium;

/// <summary>
/// What a selector matches by identity. INVARIANT (labels are of pods): only pods of the pod network have labels here; nodes, host-network
/// pods and the world have none, so that every negative requirement holds for them.
/// </summary>
internal sealed class CiliumLabels(CiliumFacts facts)
{
    /// <summary>Keys that start like this are no part of an identity unless an operator says otherwise.</summary>
    private static readonly string[] Excluded =
    [
        "io.kubernetes", "kubernetes.io", "k8s.io", "beta.kubernetes.io", "statefulset.kubernetes.io/pod-name", "apps.kubernetes.io/pod-index",
        "batch.kubernetes.io/job-completion-index", "batch.kubernetes.io/controller-uid", "pod-template-hash", "pod-template-generation",
        "controller-revision-hash", "controller-uid", "annotation", "etcd_node",
    ];

    public static EndpointPredicate Pod { get; } = new EndpointPredicate.Is(Kinds.Pod);

    /// <summary>Pods of every cluster of the mesh: they carry the same labels.</summary>
    private static readonly EndpointPredicate AnyPod = new EndpointPredicate.Is(Kinds.Pod | Kinds.MeshPod);

    /// <summary>From here on a selector that names no cluster means the local one, unless that is switched off.</summary>
    private static readonly EngineVersion LocalByDefault = new(1, 19);

    /// <summary>The pods that a policy selects: of its namespace, whatever it says, or of every one.</summary>
    public EndpointPredicate Subject(string? scope, CiliumSelector selector) =>
        Pod
        & (scope is null ? EndpointPredicate.Always : new EndpointPredicate.InNamespace(scope))
        & EndpointPredicate.All(selector.Requirements.Where(r => scope is null || !r.IsOverwritten).Select(Requirement));

    /// <summary>Who a selector of peers matches: pods of the policy's namespace, or of any for a policy of the whole cluster, unless it says otherwise.</summary>
    public EndpointPredicate Peer(string? scope, CiliumSelector selector)
    {
        var labels = EndpointPredicate.All(selector.Requirements.Select(Requirement));
        if (selector.IsReserved) return labels;
        if (!selector.ChoosesNamespaces) labels &= scope is null ? AnyPod : AnyPod & new EndpointPredicate.InNamespace(scope);
        return labels & Local(selector);
    }

    /// <summary>Who a selector matches that is not held to any namespace: with nothing but negative requirements, also what is no pod, unless it is held to the local cluster.</summary>
    public EndpointPredicate Anywhere(CiliumSelector selector) => EndpointPredicate.All(selector.Requirements.Select(Requirement)) & Local(selector);

    /// <summary>Only pods have the name of a cluster.</summary>
    private EndpointPredicate Local(CiliumSelector selector) => facts.DefaultLocalCluster && !selector.ChoosesCluster ? (facts.Version >= LocalByDefault ? Pod : AnyPod) : EndpointPredicate.Always;

    private EndpointPredicate Requirement(CiliumRequirement requirement) => requirement.Operator switch
    {
        SelectorOperator.In => Has(requirement.Key, requirement.Values),
        SelectorOperator.NotIn => !Has(requirement.Key, requirement.Values),
        SelectorOperator.Exists => Has(requirement.Key, null),
        SelectorOperator.DoesNotExist => !Has(requirement.Key, null),
        _ => throw new InvalidOperationException("A selector with an unknown operator is refused when it is read."),
    };

    /// <summary>Who has a label with one of some values; null: with any value.</summary>
    private EndpointPredicate Has(CiliumKey key, ValueArray<string>? values)
    {
        switch (key.Source)
        {
            case CiliumSource.Other: return EndpointPredicate.Never;
            case CiliumSource.Reserved: return values is null || values.Contains("") ? CiliumEntities.WithLabel(key.Name) : EndpointPredicate.Never;
        }

        return key.Name switch
        {
            CiliumKey.NamespaceName => values is null ? AnyPod : AnyPod & new EndpointPredicate.InNamespace(values),
            CiliumKey.ServiceAccount => values is null ? AnyPod : AnyPod & new EndpointPredicate.RunsAs(values),
            CiliumKey.Cluster => values is null ? AnyPod : values.Contains(facts.ClusterName) ? Pod : EndpointPredicate.Never,
            _ when key.Name.StartsWith(CiliumKey.NamespaceLabels, StringComparison.Ordinal) => On(LabelScope.Namespace, key.Name[CiliumKey.NamespaceLabels.Length..], values),
            _ when Excluded.Any(prefix => key.Name.StartsWith(prefix, StringComparison.Ordinal)) => EndpointPredicate.Never,
            _ => On(LabelScope.Pod, key.Name, values),
        };
    }

    private static EndpointPredicate On(LabelScope scope, string key, ValueArray<string>? values) =>
        AnyPod & new EndpointPredicate.Label(scope, key, values is null ? new LabelTest.Exists() : new LabelTest.In(values));
}
