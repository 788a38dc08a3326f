using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Sets;
using PolicyKit.Verification.World;

namespace PolicyKit.Verification.Agreeing;

/// <summary>An end of the world: as it is dialled, and as an enforcer sees it.</summary>
internal readonly record struct WorldEnd(Endpoint Dialled, Endpoint Seen);

/// <summary>
/// Input: the atoms of a set. Output: a cluster with an endpoint inside and outside of each, of every kind, in both families. Promise: pods
/// that nobody wrote yet are in it too, and it never contradicts the profile.
/// </summary>
internal sealed class RepresentativeWorld
{
    /// <summary>What only an engine sees that shares identities between clusters.</summary>
    public const Kinds OfMesh = Kinds.MeshPod | Kinds.MeshNode;

    private const string Stranger = "stranger";
    private static readonly IpSet LinkLocal = IpSet.Parse("169.254.0.0/16") | IpSet.Parse("fe80::/10");
    private static readonly SortedDictionary<string, string> None = [];
    private static readonly Protocol[] Protocols = [Protocol.Tcp, Protocol.Udp, Protocol.Sctp];

    private readonly AddressPlan _plan;
    private readonly ValueArray<ContainerPort> _declared;
    private readonly List<ClusterObject> _objects = [];
    private readonly List<string> _outside = [];
    private readonly Dictionary<IpFamily, IReadOnlyList<Traffic>> _traffic = [];
    private int _pods;

    private RepresentativeWorld(Atoms atoms)
    {
        Atoms = atoms;
        _plan = new(atoms.Profile.Networks);
        _declared = Protocols.SelectMany(Declared).ToValueArray();
        var apiServer = ApiServerAddresses();
        AddNodes(apiServer);
        AddNamespaces();
        AddEdges();
        AddHosts();
        AddApiServerService(apiServer);
        Cluster = SimulatedCluster.Empty.With(_objects).WithApiServer(apiServer);
        IReadOnlyList<Endpoint> ends = [.. Cluster.Pods, .. Cluster.Nodes, .. _outside.Distinct(StringComparer.Ordinal).Select(Cluster.Endpoint), .. ResolversOnNode()];
        var names = ends.Where(end => end.DnsNames.Count > 0).ToLookup(end => end.Addresses[0], end => end.DnsNames[0]);
        Ends = [.. ends.Select(end => new WorldEnd(end, AsLearned(end, names)))];
    }

    public Atoms Atoms { get; }

    public SimulatedCluster Cluster { get; }

    /// <summary>All pods: those in other namespaces too, about which the policies must say nothing.</summary>
    public IEnumerable<Endpoint> Subjects => Cluster.Pods.Where(pod => pod.CanBeSubject);

    public IReadOnlyList<WorldEnd> Ends { get; }

    /// <summary>The ends that can be told from what is outside with an engine: only Cilium's identities are those of the whole mesh.</summary>
    public IEnumerable<WorldEnd> EndsFor(Engine engine) => ReferenceEquals(engine, Engine.Cilium) ? Ends : Ends.Where(end => (end.Dialled.Kinds & OfMesh) == 0);

    public static RepresentativeWorld Of(Atoms atoms) => new(atoms);

    public IReadOnlyList<Traffic> Traffic(IpFamily family) =>
        _traffic.TryGetValue(family, out var known) ? known : _traffic[family] = RepresentativeTraffic.Of(Atoms, Cluster.Pods, family);

    /// <summary>An enforcer knows the names that were learned for an address, and not which of them was dialled.</summary>
    private static Endpoint AsLearned(Endpoint end, ILookup<IpAddress, string> names) =>
        end.DnsNames.Count == 0 ? end : end with { DnsNames = names[end.Addresses[0]].Distinct(StringComparer.Ordinal).ToValueArray() };

    /// <summary>The profile's addresses; else those that the policies give; else one of a node, or outside where it is said to be no node.</summary>
    private IpSet ApiServerAddresses()
    {
        var given = Atoms.Profile.ApiServer.Cidrs ?? Atoms.Peers.OfType<ApiServerAtPeer>().SelectMany(at => at.Addresses).ToValueArray();
        if (given.Count > 0) return AddressPlan.SetOf(given);
        return Atoms.Profile.ApiServer.OnNodes == false ? IpSet.Parse("203.0.113.254/32") : IpSet.Of(_plan.NextNode());
    }

    /// <summary>The pods' own node at the resolver's addresses that may be its own: where NodeLocal listens.</summary>
    /// <remarks>None where the set speaks of nodes, or of what is outside, as such: an engine that says them by networks takes the address for no node's, one that knows nodes takes it for one.</remarks>
    private IEnumerable<Endpoint> ResolversOnNode()
    {
        if (Atoms.Peers.Any(peer => peer is NodesPeer or OutsideClusterPeer)) return [];
        var own = Cluster.Endpoint("node:own");
        var services = Atoms.Profile.Networks.Services;
        return AddressPlan.SetOf(Atoms.Profile.Dns.Addresses).Ranges.ToArray().Select(range => range.First)
            .Where(address => services is null || LinkLocal.Contains(address) || AddressPlan.SetOf(services).Contains(address))
            .Select(address => own with { Addresses = [address] });
    }

    private void AddNodes(IpSet apiServer)
    {
        foreach (var range in apiServer.Ranges)
        {
            if ((Atoms.Profile.ApiServer.OnNodes ?? Atoms.Profile.Networks.Nodes is null) || _plan.Nodes.Contains(range.First))
            {
                _plan.Take(range.First);
                _objects.Add(new ClusterNode($"control-{_objects.Count}") { Addresses = [range.First] });
            }
            else
            {
                _outside.Add($"ip:{range.First}");
                _outside.Add($"ip:{range.Last}");
            }
        }

        _objects.Add(new ClusterNode("own") { Addresses = _plan.NextNode() });
        _objects.Add(new ClusterNode("far") { Addresses = _plan.NextNode() });
        if (Atoms.Profile.Cilium.ClusterMesh) _objects.Add(new ClusterNode("mesh") { Addresses = _plan.NextNode(), OfOtherCluster = true });
    }

    private void AddNamespaces()
    {
        var labels = LabelVariants.Of(Atoms.PodSelectors);
        var few = LabelVariants.Of(Atoms.PodSelectors.Take(1)).Concat(Atoms.PodSelectors.Select(LabelVariants.Meeting)).ToList();
        var variants = LabelVariants.Of(Atoms.NamespaceSelectors);
        var named = variants.ToLookup(variant => variant.GetValueOrDefault(SimulatedCluster.NamespaceNameLabel), StringComparer.Ordinal);

        // A namespace of a name has one set of labels: those that the first selector asks of it.
        foreach (var name in Atoms.Namespaces) AddNamespace(name, named[name].FirstOrDefault() ?? None, labels);
        foreach (var group in named.Where(group => group.Key is { } name && !Atoms.Namespaces.Contains(name))) AddNamespace(group.Key!, group.First(), few);
        var index = 0;
        foreach (var variant in named[null]) AddNamespace(FormattableString.Invariant($"{Stranger}-{index++}"), variant, few);
    }

    private void AddNamespace(string name, IReadOnlyDictionary<string, string> labels, IEnumerable<IReadOnlyDictionary<string, string>> pods)
    {
        _objects.Add(new ClusterNamespace(name) { Labels = labels.Select(pair => (pair.Key, pair.Value)).ToValueArray() });
        foreach (var variant in pods)
        {
            // Two of each: a replica meets itself, and one declares the names of ports and the other does not.
            AddPod(name, variant, _declared);
            AddPod(name, variant, []);
            if (Atoms.Profile.Cilium.ClusterMesh) AddPod(name, variant, [], ofOtherCluster: true);
        }

        var meeting = LabelVariants.Meeting(Atoms.Subjects.Count > 0 ? Atoms.Subjects[0] : LabelSelector.Everything);
        _objects.Add(new ClusterPod(name, "host") { HostNetwork = true, Node = "far", Labels = meeting.Select(pair => (pair.Key, pair.Value)).ToValueArray() });
    }

    private void AddPod(string ns, IEnumerable<KeyValuePair<string, string>> labels, ValueArray<ContainerPort> ports, bool ofOtherCluster = false)
    {
        _objects.Add(new ClusterPod(ns, FormattableString.Invariant($"pod-{_pods++}"))
        {
            Labels = labels.Select(pair => (pair.Key, pair.Value)).ToValueArray(),
            Addresses = _plan.NextPod(),
            Node = ofOtherCluster ? "mesh" : "own",
            NamedPorts = ports,
            OfOtherCluster = ofOtherCluster,
        });
    }

    /// <summary>Each name for a protocol, at numbers of its own that nothing written opens for that protocol, if there are such numbers.</summary>
    private IEnumerable<ContainerPort> Declared(Protocol protocol)
    {
        var opened = Atoms.Ports.Select(port => RangeOf(port, protocol)).OfType<(int First, int Last)>().ToList();
        var usual = Places(9100 + (int)protocol).ToList();
        var behind = opened.Select(range => range.Last).Prepend(0).SelectMany(last => Places(last + 1 + (int)protocol).Append(last + 1));
        List<int> free = [.. usual.Concat(behind).Where(IsFree).Distinct().Take(usual.Count)];
        return Atoms.PortNames.Select((name, index) => new ContainerPort(name, protocol, (ushort)(free.Count == 0 ? usual[index] : free[Math.Min(index, free.Count - 1)])));

        bool IsFree(int number) => number <= ushort.MaxValue && !opened.Exists(range => range.First <= number && number <= range.Last);

        IEnumerable<int> Places(int first) => Atoms.PortNames.Select((_, index) => first + (10 * index));
    }

    /// <summary>The numbers that a port names for a protocol. Whole protocols leave nothing free, and are no reason to look for more.</summary>
    private static (int First, int Last)? RangeOf(Port port, Protocol protocol) => port switch
    {
        Port.Numbered one when one.Protocol == protocol => (one.Number, one.Number),
        Port.Ranged range when range.Protocol == protocol => (range.First, range.Last),
        Port.Numbered or Port.Ranged or Port.Every or Port.EveryOf or Port.ByName or Port.DnsService or Port.ApiServerEndpoint => null,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Both sides of each end of each network, as what an address there can be.</summary>
    private void AddEdges()
    {
        foreach (var address in EdgeAddresses.Of(Atoms))
        {
            if (_plan.IsOutside(address)) _outside.Add($"ip:{address}");
            else if (!_plan.Take(address)) continue;
            else if (_plan.Pods.Contains(address)) _objects.Add(new ClusterPod(Stranger, FormattableString.Invariant($"edge-{_pods++}")) { Addresses = [address], Node = "far" });
            else if (_plan.Nodes.Contains(address)) _objects.Add(new ClusterNode(FormattableString.Invariant($"edge-{_pods++}")) { Addresses = [address] });
        }
    }

    /// <summary>Names at every depth below a pattern, each with its own address, and one that shares an address with the first.</summary>
    private void AddHosts()
    {
        var next = IpAddress.Parse("192.0.2.8").Value;
        foreach (var pattern in Atoms.Hosts)
        {
            foreach (var name in (ReadOnlySpan<string>)[pattern.Name, $"one.{pattern.Name}", $"two.one.{pattern.Name}"]) AddHost(name, IpAddress.Create(IpFamily.V4, next++));
            AddHost($"shares-one.{pattern.Name}.{Stranger}", IpAddress.Create(IpFamily.V4, next - 2));
            AddHost($"shares.{pattern.Name}.{Stranger}", IpAddress.Create(IpFamily.V4, next - 3));
            AddHost($"shares-two.{pattern.Name}.{Stranger}", IpAddress.Create(IpFamily.V4, next - 1));
        }
    }

    private void AddHost(string name, IpAddress address)
    {
        if (_outside.Contains($"dns:{name}")) return;
        _objects.Add(new ClusterDnsName(name, address));
        _outside.Add($"dns:{name}");
    }

    /// <summary>The Service that every cluster has; some engines name the API server by it.</summary>
    private void AddApiServerService(IpSet apiServer)
    {
        var addresses = new List<IpAddress>();
        foreach (var range in apiServer.Ranges)
        {
            addresses.Add(range.First);
            addresses.Add(range.Last);
        }

        _objects.Add(new ClusterServiceEndpoints("default", "kubernetes")
        {
            Addresses = addresses.Distinct().ToValueArray(),
            Ports = (Atoms.Profile.ApiServer.Ports ?? [443, 6443]).Select(port => new ContainerPort(FormattableString.Invariant($"https-{port}"), Protocol.Tcp, (ushort)port)).ToValueArray(),
        });
    }
}
