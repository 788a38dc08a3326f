using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Sets;
using PolicyKit.Verification.World;

namespace PolicyKit.Verification.Agreeing;

/// <summary>
/// Input: the atoms of a set. Output: a cluster with an endpoint inside and outside of each, of every kind, in both families. Promise: pods
/// that nobody wrote yet are in it too, and it never contradicts the profile.
/// </summary>
internal sealed class RepresentativeWorld
{
    private const string Stranger = "stranger";

    private readonly AddressPlan _plan;
    private readonly List<ClusterObject> _objects = [];
    private readonly List<string> _outside = [];
    private int _pods;

    private RepresentativeWorld(Atoms atoms)
    {
        Atoms = atoms;
        _plan = new(atoms.Profile.Networks);
        var apiServer = ApiServerAddresses();
        AddNodes(apiServer);
        AddNamespaces();
        AddEdges();
        AddHosts();
        AddApiServerService(apiServer);
        Cluster = SimulatedCluster.Empty.With(_objects).WithApiServer(apiServer);
        Subjects = [.. Cluster.Pods.Where(pod => atoms.OwnNamespaces.Contains(pod.Namespace!))];
        Ends = [.. Cluster.Pods, .. Cluster.Nodes, .. _outside.Distinct(StringComparer.Ordinal).Select(Cluster.Endpoint)];
    }

    public Atoms Atoms { get; }

    public SimulatedCluster Cluster { get; }

    /// <summary>The pods in the namespaces of the policies.</summary>
    public IReadOnlyList<Endpoint> Subjects { get; }

    public IReadOnlyList<Endpoint> Ends { get; }

    public static RepresentativeWorld Of(Atoms atoms) => new(atoms);

    /// <summary>The end as an enforcer sees it, who knows the names that were learned for its address and not which of them was dialled.</summary>
    public Endpoint AsLearned(Endpoint end) => end.DnsNames.Count == 0
        ? end
        : end with { DnsNames = Ends.Where(other => other.Addresses.Equals(end.Addresses)).SelectMany(other => other.DnsNames).Distinct(StringComparer.Ordinal).ToValueArray() };

    /// <summary>The profile's addresses; else those that the policies give; else one of a node, or outside where it is said to be no node.</summary>
    private IpSet ApiServerAddresses()
    {
        var given = Atoms.Profile.ApiServer.Cidrs ?? Atoms.Peers.OfType<ApiServerAtPeer>().SelectMany(at => at.Addresses).ToValueArray();
        if (given.Count > 0) return AddressPlan.SetOf(given);
        return Atoms.Profile.ApiServer.OnNodes == false ? IpSet.Parse("203.0.113.254/32") : IpSet.Of(_plan.NextNode());
    }

    private void AddNodes(IpSet apiServer)
    {
        foreach (var range in apiServer.Ranges)
        {
            if (Atoms.Profile.ApiServer.OnNodes == true || _plan.Nodes.Contains(range.First))
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
    }

    private void AddNamespaces()
    {
        var labels = LabelVariants.Of(Atoms.PodSelectors);
        var few = LabelVariants.Of(Atoms.PodSelectors.Take(1)).Concat(Atoms.PodSelectors.Select(LabelVariants.Meeting)).ToList();
        foreach (var name in Atoms.Namespaces) AddNamespace(name, [], labels);
        var index = 0;
        foreach (var variant in LabelVariants.Of(Atoms.NamespaceSelectors))
        {
            var named = variant.GetValueOrDefault(SimulatedCluster.NamespaceNameLabel);
            AddNamespace(named ?? FormattableString.Invariant($"{Stranger}-{index++}"), variant.Select(pair => (pair.Key, pair.Value)), few);
        }
    }

    private void AddNamespace(string name, IEnumerable<(string Key, string Value)> labels, IEnumerable<IReadOnlyDictionary<string, string>> pods)
    {
        _objects.Add(new ClusterNamespace(name) { Labels = labels.ToValueArray() });
        foreach (var variant in pods)
        {
            // Two of each: a replica meets itself, and one declares the names of ports and the other does not.
            AddPod(name, variant, Declaring(9100));
            AddPod(name, variant, []);
        }

        var meeting = LabelVariants.Meeting(Atoms.Subjects.Count > 0 ? Atoms.Subjects[0] : LabelSelector.Everything);
        _objects.Add(new ClusterPod(name, "host") { HostNetwork = true, Node = "far", Labels = meeting.Select(pair => (pair.Key, pair.Value)).ToValueArray() });
    }

    private void AddPod(string ns, IEnumerable<KeyValuePair<string, string>> labels, ValueArray<ContainerPort> ports)
    {
        _objects.Add(new ClusterPod(ns, FormattableString.Invariant($"pod-{_pods++}"))
        {
            Labels = labels.Select(pair => (pair.Key, pair.Value)).ToValueArray(),
            Addresses = _plan.NextPod(),
            Node = "own",
            NamedPorts = ports,
        });
    }

    /// <summary>Each name at one number, and for another protocol at another.</summary>
    private ValueArray<ContainerPort> Declaring(int first) => Atoms.PortNames.SelectMany((name, index) => new ContainerPort[]
    {
        new(name, Protocol.Tcp, (ushort)(first + (10 * index))),
        new(name, Protocol.Udp, (ushort)(first + (10 * index) + 1)),
        new(name, Protocol.Sctp, (ushort)(first + (10 * index) + 2)),
    }).ToValueArray();

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
            Ports = [new("https", Protocol.Tcp, (ushort)(Atoms.Profile.ApiServer.Ports ?? [6443])[0])],
        });
    }
}
