using PolicyKit.Verification.Compiling;
using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Engines.Selectors;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Written;

/// <summary>What each word for a peer means, as a condition. Nothing here comes from the code that resolves or lowers the words.</summary>
internal sealed class Meanings(ClusterProfile profile)
{
    /// <summary>The special-purpose blocks that <c>Internet</c> leaves out.</summary>
    public static readonly string[] NotPublic =
    [
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16", "224.0.0.0/4", "240.0.0.0/4", "2001:db8::/32",
    ];

    public static readonly IpSet PublicAddresses =
        NotPublic.Aggregate(IpSet.OfFamily(IpFamily.V4) | IpSet.Parse("2000::/3"), (set, block) => set - IpSet.Parse(block));

    public static EndpointPredicate Internet { get; } = ByAddress(PublicAddresses);

    public static EndpointPredicate OutsideCluster { get; } = new EndpointPredicate.Is(Kinds.Outside);

    public static EndpointPredicate OwnNode { get; } = new EndpointPredicate.Is(Kinds.OwnNode);

    public static EndpointPredicate ApiServer { get; } = new EndpointPredicate.Is(Kinds.ApiServer);

    public EndpointPredicate Nodes => new EndpointPredicate.Is(Kinds.AnyNode) | new EndpointPredicate.AddressIn(SetOf(profile.Networks.Tunnels ?? []));

    public EndpointPredicate ResolverPods =>
        new EndpointPredicate.InNamespace(profile.Dns.Namespace) & Silences.PeerPod & SelectorModel.Of(profile.Dns.PodLabels).On(LabelScope.Pod);

    /// <summary>Where the resolver answers beside its pods: outside, or on a node, whose addresses no network need match for that.</summary>
    public EndpointPredicate ResolverAddresses =>
        ByAddress(SetOf(profile.Dns.Addresses)) | (new EndpointPredicate.AddressIn(SetOf(profile.Dns.Addresses)) & new EndpointPredicate.Is(Kinds.AnyNode));

    /// <summary>The API server's Service, for engines that look before translation; never anything when its address is not known.</summary>
    public EndpointPredicate ApiServerService =>
        profile.ApiServer.Service is { } service ? new EndpointPredicate.AddressIn(SetOf([service])) & new EndpointPredicate.Is(Kinds.ServiceAddress) : EndpointPredicate.Never;

    public static EndpointPredicate Pods(string own, NamespaceScope scope, LabelSelector selector) =>
        Namespaces(own, scope) & Silences.PeerPod & SelectorModel.Of(selector).On(LabelScope.Pod);

    public static EndpointPredicate Network(CidrBlock block, ValueArray<CidrBlock> except) => ByAddress(SetOf([block]) - SetOf(except));

    /// <summary>The same API server at addresses that the policy itself gives.</summary>
    public static EndpointPredicate ApiServerAt(ValueArray<CidrBlock> addresses) =>
        new EndpointPredicate.AddressIn(SetOf(addresses)) & new EndpointPredicate.Is(Kinds.Outside | Kinds.ApiServer | Kinds.ServiceAddress);

    public static EndpointPredicate HostName(DnsPattern pattern) => new EndpointPredicate.LearnedFor(new(pattern.ToString()));

    /// <summary>Where the API server's own calls come from: a fact of the cluster, not its address.</summary>
    public EndpointPredicate ApiServerSource() => profile.ApiServer.Sources switch
    {
        null => throw new ArgumentException("A policy allows ingress from the API server, and the profile does not say where its calls come from. Say it with 'apiServer.sources'."),
        ApiServerSources.FromEndpoints => ApiServer,
        ApiServerSources.FromNodes => Nodes,
        ApiServerSources.FromAnywhere => EndpointPredicate.Always,
        ApiServerSources.FromPods pods => new EndpointPredicate.InNamespace(pods.Namespace) & Silences.PeerPod & SelectorModel.Of(pods.PodLabels).On(LabelScope.Pod),
        ApiServerSources.FromNetworks networks => ByAddress(SetOf(networks.Cidrs)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static EndpointPredicate Namespaces(string own, NamespaceScope scope) => scope switch
    {
        NamespaceScope.Own => new EndpointPredicate.InNamespace(own),
        NamespaceScope.Every => EndpointPredicate.Always,
        NamespaceScope.Named named => new EndpointPredicate.InNamespace(named.Names),
        NamespaceScope.Matching matching => SelectorModel.Of(matching.Labels).On(LabelScope.Namespace),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static EndpointPredicate ByAddress(IpSet set) => set.IsEmpty ? EndpointPredicate.Never : new EndpointPredicate.AddressIn(set) & Silences.Addressable;

    private static IpSet SetOf(IEnumerable<CidrBlock> blocks) => blocks.Aggregate(IpSet.Empty, (set, block) => set | IpSet.Parse(block.ToString()));
}
