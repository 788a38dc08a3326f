using PolicyKit.Manifests;
using PolicyKit.Verification.Engines.Kubernetes;
using PolicyKit.Verification.Engines.Selectors;
using PolicyKit.Verification.Reading;

namespace PolicyKit.Verification.Agreeing;

/// <summary>What stands in the cluster beside a set: nothing, or a foreign policy for each of its subjects.</summary>
/// <param name="Title">What it is, for messages.</param>
/// <param name="Ingress">Whether the foreign policy selects the pods for ingress.</param>
/// <param name="Egress">Whether it selects them for egress.</param>
/// <param name="Allows">Whether it allows everything; else nothing.</param>
/// <param name="OfEngine">Whether it is another set for the same engine; else a NetworkPolicy.</param>
internal sealed record Surroundings(string Title, bool Ingress, bool Egress, bool Allows = false, bool OfEngine = false)
{
    public static Surroundings Alone { get; } = new("alone", false, false);

    private static readonly Surroundings Isolating = new("beside a NetworkPolicy that allows its pods nothing", true, true);

    private static readonly Surroundings OtherSet = new("beside another set that allows its pods nothing", true, true, OfEngine: true);

    private static readonly Surroundings[] AroundTiers =
    [
        Isolating,
        OtherSet,
        new("beside a NetworkPolicy that allows its pods no ingress", true, false),
        new("beside a NetworkPolicy that allows its pods no egress", false, true),
        new("beside a NetworkPolicy that allows its pods everything", true, true, Allows: true),
    ];

    /// <summary>Where tiers stand around NetworkPolicies it matters what these say; elsewhere policies unite.</summary>
    public static IReadOnlyList<Surroundings> Of(Engine engine) =>
        ReferenceEquals(engine, Engine.ClusterNetworkPolicy) ? AroundTiers : ReferenceEquals(engine, Engine.Kubernetes) ? [Isolating] : [Isolating, OtherSet];

    /// <summary>Whether a NetworkPolicy selects the pods for a direction.</summary>
    public bool Selects(Direction direction) => !OfEngine && (direction == Direction.Ingress ? Ingress : Egress);

    /// <summary>A foreign policy for each of the set's subjects, and one for all pods of a namespace that the set says nothing about: what leaks out of the set's namespaces shows there.</summary>
    public PolicySet Foreign(PolicySet set, string elsewhere) => PolicySet.Create([.. set.Policies
        .Select(policy => (policy.Namespace, policy.Subject)).Append((Namespace: elsewhere, Subject: LabelSelector.Everything)).Distinct()
        .Select((pods, index) => Foreign(Policy.ForPods(pods.Subject).InNamespace(pods.Namespace ?? Written.MeaningProgram.DefaultNamespace).Named(FormattableString.Invariant($"foreign-{index}"))))]);

    /// <summary>The foreign policies as the API server stores NetworkPolicies: somebody else wrote them, so no emitter of ours is asked.</summary>
    public IEnumerable<PolicyModel> Stored(PolicySet foreign) => foreign.Policies.Select(Stored);

    private KubernetesModel Stored(Policy policy)
    {
        var manifest = new Manifest(new ManifestMap(
        [
            new("apiVersion", "networking.k8s.io/v1"),
            new("kind", "NetworkPolicy"),
            new("metadata", new ManifestMap([new("name", policy.Name!), new("namespace", policy.Namespace!)])),
        ]));
        ValueArray<KubernetesRule> rules = Allows ? [new([], [], Place.Root(manifest))] : [];
        Direction[] types = [.. Ingress ? [Direction.Ingress] : (Direction[])[], .. Egress ? [Direction.Egress] : (Direction[])[]];
        return new(manifest, SelectorModel.Of(policy.Subject), Ingress ? rules : [], Egress ? rules : [], types.ToValueArray());
    }

    private Policy Foreign(Policy policy)
    {
        if (Ingress) policy = Allows ? policy.AllowIngress(Port.Any).From(Dsl.Anywhere) : policy.DenyIngressByDefault();
        if (Egress) policy = Allows ? policy.AllowEgress(Port.Any).To(Dsl.Anywhere) : policy.DenyEgressByDefault();
        return policy;
    }
}
