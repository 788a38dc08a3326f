using System.Collections.Frozen;
using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Engines.Cilium;

/// <summary>What the entities of Cilium, and the reserved labels of the same names, stand for.</summary>
internal static class CiliumEntities
{
    /// <summary>Every cluster of a mesh: known to the agent, and not modelled.</summary>
    public const string Mesh = "cluster-mesh";

    private static readonly EndpointPredicate World = new EndpointPredicate.Is(Kinds.Outside);

    private static readonly FrozenDictionary<string, EndpointPredicate> Reserved = new Dictionary<string, EndpointPredicate>(StringComparer.Ordinal)
    {
        ["host"] = new EndpointPredicate.Is(Kinds.OwnNode),
        ["remote-node"] = new EndpointPredicate.Is(Kinds.OtherNode | Kinds.MeshNode),
        ["world"] = World,
        ["world-ipv4"] = World & new EndpointPredicate.AddressIn(IpSet.OfFamily(IpFamily.V4)),
        ["world-ipv6"] = World & new EndpointPredicate.AddressIn(IpSet.OfFamily(IpFamily.V6)),
        ["kube-apiserver"] = new EndpointPredicate.Is(Kinds.ApiServer),
        ["health"] = new EndpointPredicate.Is(Kinds.Health),
        ["ingress"] = new EndpointPredicate.Is(Kinds.IngressProxy),
        ["init"] = EndpointPredicate.Never,
        ["unmanaged"] = EndpointPredicate.Never,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, EndpointPredicate> Others = new Dictionary<string, EndpointPredicate>(StringComparer.Ordinal)
    {
        ["all"] = EndpointPredicate.Always,
        ["none"] = EndpointPredicate.Never,

        // An API server outside the cluster is in it all the same.
        ["cluster"] = new EndpointPredicate.Is(Kinds.Pod | Kinds.AnyNode | Kinds.ApiServer | Kinds.Health | Kinds.IngressProxy),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The names, sorted.</summary>
    public static IEnumerable<string> Names { get; } = Reserved.Keys.Concat(Others.Keys).Order(StringComparer.Ordinal).ToArray();

    /// <summary>Who an entity is, or null where there is none of that name.</summary>
    public static EndpointPredicate? Find(string name) => Reserved.GetValueOrDefault(name) ?? Others.GetValueOrDefault(name);

    /// <summary>Who has a reserved label; nobody has one of another name.</summary>
    public static EndpointPredicate WithLabel(string name) => Reserved.GetValueOrDefault(name, EndpointPredicate.Never);
}
