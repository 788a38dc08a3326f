using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.World;

/// <summary>Input: the objects of a cluster. Output: its endpoints by name and by address. Promise: the same objects give the same endpoints and addresses.</summary>
internal sealed class EndpointDirectory
{
    /// <summary>Pods without an address (those of a Deployment, say) get one of this network; it is the usual default of pod networks.</summary>
    private static readonly IpAddress FirstPodAddress = IpAddress.Parse("10.244.0.1");

    /// <summary>Names outside that nobody gave an address get one of the network that is reserved for documentation.</summary>
    private static readonly IpAddress NamedAddress = IpAddress.Parse("192.0.2.1");

    private readonly Dictionary<string, Endpoint> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<IpAddress, Endpoint> _byAddress = [];
    private readonly IpSet _apiServer;
    private readonly Dictionary<string, IpAddress> _names;
    private readonly Dictionary<string, ClusterNamespace> _namespaces;

    public EndpointDirectory(SimulatedCluster cluster)
    {
        _apiServer = cluster.ApiServerAddresses;
        _namespaces = Latest(cluster.Objects.OfType<ClusterNamespace>(), n => n.Name);
        var accounts = Latest(cluster.Objects.OfType<ClusterServiceAccount>(), a => $"{a.Namespace}/{a.Name}");
        var nodes = Latest(cluster.Objects.OfType<ClusterNode>(), n => n.Name);
        var pods = Latest(cluster.Objects.OfType<ClusterPod>(), p => $"{p.Namespace}/{p.Name}");
        _names = Latest(cluster.Objects.OfType<ClusterDnsName>(), n => n.Name).ToDictionary(pair => pair.Key, pair => pair.Value.Address, StringComparer.OrdinalIgnoreCase);

        Nodes = nodes.Values.Select(OfNode).ToValueArray();
        var taken = pods.Values.SelectMany(p => p.Addresses).Concat(Nodes.SelectMany(n => n.Addresses)).ToHashSet();
        var next = FirstPodAddress;
        Pods = pods.Values.Select(pod => OfPod(pod, accounts.GetValueOrDefault($"{pod.Namespace}/{pod.ServiceAccount}"), nodes, Allocate)).ToValueArray();
        foreach (var endpoint in Pods.Concat(Nodes))
        {
            _byName[endpoint.Name] = endpoint;
            foreach (var address in endpoint.Addresses) _byAddress[address] = endpoint;
        }

        IpAddress Allocate()
        {
            while (!taken.Add(next)) next = next.Next;
            return next;
        }
    }

    public ValueArray<Endpoint> Pods { get; }

    public ValueArray<Endpoint> Nodes { get; }

    public Endpoint? At(IpAddress address) => _byAddress.GetValueOrDefault(address);

    /// <summary>The labels of a namespace, known or not.</summary>
    public IEnumerable<(string Key, string Value)> NamespaceLabels(string name)
    {
        foreach (var label in _namespaces.GetValueOrDefault(name)?.Labels ?? [])
        {
            if (label.Key != SimulatedCluster.NamespaceNameLabel) yield return label;
        }

        yield return (SimulatedCluster.NamespaceNameLabel, name);
    }

    public Endpoint Find(string name)
    {
        if (_byName.TryGetValue(name, out var found)) return found;
        if (name.StartsWith("ip:", StringComparison.Ordinal))
        {
            return IpAddress.TryParse(name[3..], out var address)
                ? new(name, Kinds.Outside | ApiServerAt(address)) { Addresses = [address] }
                : throw new ArgumentException($"'{name[3..]}' is not an IP address.", nameof(name));
        }

        if (name.StartsWith("dns:", StringComparison.Ordinal) && name.Length > 4)
        {
            return new(name, Kinds.Outside) { Addresses = [_names.GetValueOrDefault(name[4..], NamedAddress)], DnsNames = [name[4..]] };
        }

        var known = Pods.Concat(Nodes).Select(endpoint => endpoint.Name).ToList();
        var near = Nearest.To(name, known) is { } suggestion ? $" Did you mean '{suggestion}'?" : "";
        throw new ArgumentException($"The cluster has no '{name}'.{near} Write 'namespace/pod', 'node:NAME', 'ip:ADDRESS' or 'dns:NAME'.", nameof(name));
    }

    private Endpoint OfNode(ClusterNode node) =>
        new($"node:{node.Name}", (node.OfOtherCluster ? Kinds.MeshNode : Kinds.OtherNode) | ApiServerAt([.. node.Addresses]))
        {
            Addresses = node.Addresses,
            Node = node.Name,
            Labels = [.. Scoped(LabelScope.Node, node.Labels)],
        };

    private Endpoint OfPod(ClusterPod pod, ClusterServiceAccount? account, Dictionary<string, ClusterNode> nodes, Func<IpAddress> allocate)
    {
        var node = pod.Node is null ? null : nodes.GetValueOrDefault(pod.Node);
        var addresses = pod.Addresses.Count > 0 ? pod.Addresses : pod.HostNetwork && node is { Addresses.Count: > 0 } ? node.Addresses : [allocate()];
        return new($"{pod.Namespace}/{pod.Name}", pod.HostNetwork ? Kinds.HostNetworkPod | Kinds.OtherNode | ApiServerAt([.. addresses]) : pod.OfOtherCluster ? Kinds.MeshPod : Kinds.Pod)
        {
            Addresses = addresses,
            Namespace = pod.Namespace,
            Node = pod.Node,
            Owner = pod.Owner,
            ServiceAccount = pod.ServiceAccount,
            NamedPorts = pod.NamedPorts,
            Labels =
            [
                .. Scoped(LabelScope.Pod, pod.Labels),
                .. Scoped(LabelScope.Namespace, NamespaceLabels(pod.Namespace)),
                .. Scoped(LabelScope.ServiceAccount, account?.Labels ?? []),
                .. Scoped(LabelScope.Node, pod.HostNetwork ? node?.Labels ?? [] : []),
            ],
        };
    }

    private Kinds ApiServerAt(params IEnumerable<IpAddress> addresses) => addresses.Any(_apiServer.Contains) ? Kinds.ApiServer : Kinds.None;

    private static IEnumerable<ScopedLabel> Scoped(LabelScope scope, IEnumerable<(string Key, string Value)> labels)
    {
        foreach (var (key, value) in labels) yield return new(scope, key, value);
    }

    private static Dictionary<string, T> Latest<T>(IEnumerable<T> objects, Func<T, string> name)
    {
        var latest = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var item in objects) latest[name(item)] = item;
        return latest;
    }
}
