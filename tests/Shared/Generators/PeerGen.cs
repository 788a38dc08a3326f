using FsCheck;
using FsCheck.Fluent;
using static PolicyKit.Dsl;

namespace PolicyKit.Tests.Generators;

/// <summary>Random peers: every word of the vocabulary, in the directions in which it compiles.</summary>
public static class PeerGen
{
    private static readonly Gen<NamespacePeer> Scopes = Gen.Frequency(
        (2, Gen.Elements<string>([.. World.Namespaces]).Select(Namespace)),
        (1, Gen.Elements(Namespaces("shop", "edge"), SameNamespace, AnyNamespace)),
        (1, World.NamespaceSelectors.Select(Namespaces)));

    /// <summary>Pods, by namespaces, labels or both.</summary>
    public static Gen<Peer> Pods { get; } = Gen.Frequency(
        (2, Scopes.Select(scope => (Peer)scope)),
        (2, Scopes.Zip(World.PodSelectors).Select(pair => (Peer)pair.Item1.Pods(pair.Item2))),
        (1, World.PodSelectors.Select(selector => (Peer)Dsl.Pods(selector))),
        (1, Gen.Constant<Peer>(Self)));

    /// <summary>Peers that can stand at either end.</summary>
    public static Gen<Peer> EitherEnd { get; } = Gen.Frequency(
        (6, Pods),
        (2, World.Networks.Select(network => (Peer)network)),
        (3, Gen.Elements<Peer>(Anywhere, Internet, OutsideCluster, Nodes, ApiServer)));

    /// <summary>Peers that a pod can connect to, host names aside.</summary>
    public static Gen<EgressPeer> Destinations { get; } = Gen.Frequency(
        (6, EitherEnd.Select(peer => (EgressPeer)peer)),
        (1, Gen.Elements<EgressPeer>(ClusterDns, ApiServerAt("10.0.0.1/32"), ApiServerAt("10.0.0.1/32", "2001:db8::1/128"))));

    /// <summary>Host names and patterns.</summary>
    public static Gen<EgressPeer> HostNames { get; } = Gen.Elements<EgressPeer>(Fqdn("api.example.com"), Fqdn("*.example.com"), Fqdn("**.example.com"), Fqdn("other.example.org"));

    /// <summary>Whether a named port can be looked up at the peer: whether it is pods, or anywhere.</summary>
    public static bool HasNames(RulePeer peer) => peer is NamespacePeer or PodsPeer or SelfPeer or AnywherePeer;
}
