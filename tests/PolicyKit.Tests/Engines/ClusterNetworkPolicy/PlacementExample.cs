using static PolicyKit.Dsl;

namespace PolicyKit.Tests.Engines.ClusterNetworkPolicy;

/// <summary>A situation in which the placements differ, or must not: sets that are emitted apart, and what somebody else has in the cluster.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Sets">The sets; each one is emitted by itself.</param>
/// <param name="Foreign">A NetworkPolicy of somebody else, or null.</param>
internal sealed record PlacementExample(string Name, PolicySet[] Sets, string? Foreign = null)
{
    /// <summary>Two policies on one pod: what each allows is allowed, and nothing that only a mixture of them would allow.</summary>
    public static PlacementExample Overlap { get; } = new("overlap",
    [
        PolicySet.Of(
            Policy.ForPods(("app", "web")).Named("web").AllowIngress(Port.Tcp(8080)).From(Namespace("edge")),
            Policy.ForPods(("tier", "front")).Named("front").AllowIngress(Port.Tcp(9090)).From(Namespace("monitoring")))
        .InNamespace("shop").WithDefaultDeny(Directions.Ingress),
    ]);

    /// <summary>A rule in a namespace whose owner has a NetworkPolicy on the same pods.</summary>
    public static PlacementExample Counterpart { get; } = new("counterpart",
    [
        [Policy.ForPods(("app", "source-controller")).InNamespace("flux-system").AllowIngress(Port.Tcp(9090)).From(Namespace("jaas"))],
    ],
    """
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata: { name: source-controller, namespace: flux-system }
    spec:
      podSelector: { matchLabels: { app: source-controller } }
      policyTypes: [Ingress]
      ingress:
      - from: [{ podSelector: { matchLabels: { app: kustomize-controller } } }]
    """);

    /// <summary>The default deny of a namespace and its allow list, from two repositories.</summary>
    public static PlacementExample TwoRepositories { get; } = new("two repositories",
    [
        PolicySet.Create([]).WithDefaultDeny("shop", Directions.Ingress, order: 2000),
        [Policy.ForPods(("app", "web")).InNamespace("shop").AllowIngress(Port.Tcp(8080)).From(Namespace("edge"))],
    ]);

    /// <summary>A policy for egress on a pod that a NetworkPolicy selects for ingress alone.</summary>
    public static PlacementExample OtherDirection { get; } = new("other direction",
    [
        [Policy.ForPods(("app", "web")).InNamespace("shop").AllowEgress(Port.Tcp(5432)).To(Pods(("app", "db")))],
    ],
    """
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata: { name: web, namespace: shop }
    spec:
      podSelector: { matchLabels: { app: web } }
      policyTypes: [Ingress]
    """);

    /// <summary>A port for everyone on a pod that a NetworkPolicy isolates.</summary>
    public static PlacementExample FromAnywhereBesideAnother { get; } = new("from anywhere beside another",
    [
        [Policy.ForPods(("app", "web")).InNamespace("shop").AllowIngress(Port.Tcp(8080)).FromAnywhere()],
    ],
    """
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata: { name: web, namespace: shop }
    spec:
      podSelector: { matchLabels: { app: web } }
      policyTypes: [Ingress]
      ingress:
      - from: [{ podSelector: { matchLabels: { app: api } } }]
    """);

    /// <summary>Two namespaces with pods of the same labels, in one set.</summary>
    public static PlacementExample SameLabels { get; } = new("same labels",
    [
        [
            Policy.ForPods(("app", "web")).InNamespace("shop").AllowIngress(Port.Tcp(8080)).From(Namespace("edge")),
            Policy.ForPods(("app", "web")).InNamespace("blog").DenyIngressByDefault(),
        ],
    ]);

    public static IReadOnlyList<PlacementExample> All { get; } = [Overlap, Counterpart, TwoRepositories, OtherDirection, FromAnywhereBesideAnother, SameLabels];

    public override string ToString() => Name;
}
