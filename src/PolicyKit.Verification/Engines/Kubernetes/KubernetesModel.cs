using PolicyKit.Manifests;
using PolicyKit.Verification.Engines.Selectors;
using PolicyKit.Verification.Reading;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Engines.Kubernetes;

/// <summary>A NetworkPolicy as the API server stores it, with policyTypes and protocols defaulted.</summary>
/// <param name="Manifest">The object.</param>
/// <param name="Subject">The pods of its namespace that it selects.</param>
/// <param name="Ingress">Its ingress rules, written or not.</param>
/// <param name="Egress">Its egress rules, written or not.</param>
/// <param name="Types">The directions it governs.</param>
internal sealed record KubernetesModel(Manifest Manifest, SelectorModel Subject, ValueArray<KubernetesRule> Ingress, ValueArray<KubernetesRule> Egress, ValueArray<Direction> Types)
    : PolicyModel(Manifest)
{
    public ValueArray<KubernetesRule> Rules(Direction direction) => direction == Direction.Ingress ? Ingress : Egress;
}

/// <summary>One rule. No peers: everybody. No ports: all traffic.</summary>
internal sealed record KubernetesRule(ValueArray<KubernetesPeer> Peers, ValueArray<KubernetesPort> Ports, Place Place);

/// <summary>One peer.</summary>
internal abstract record KubernetesPeer
{
    private KubernetesPeer()
    {
    }

    /// <summary>Pods; without a namespace selector of the policy's own namespace.</summary>
    internal sealed record Pods(SelectorModel? Namespaces, SelectorModel? PodSelector) : KubernetesPeer;

    /// <summary>Addresses of a network, without some smaller networks in it.</summary>
    internal sealed record Network(Cidr Cidr, ValueArray<Cidr> Except) : KubernetesPeer
    {
        public IpSet Addresses => Except.Aggregate(Cidr.Set, (set, hole) => set - hole.Set);
    }
}

/// <summary>One port: all ports of a protocol, a number, a range, or a name.</summary>
internal sealed record KubernetesPort(Protocol Protocol, ushort? Number, ushort? EndPort, string? Name);
