using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Sets;
using PolicyKit.Verification.World;

namespace PolicyKit.Verification.Engines.Calico;

/// <summary>What selectors and Services stand for in a cluster with some network sets.</summary>
internal sealed class CalicoWorld
{
    private static readonly EndpointPredicate Pod = new EndpointPredicate.Is(Kinds.Pod);

    private readonly SimulatedCluster _cluster;
    private readonly List<(IReadOnlyDictionary<string, string> Labels, IpSet Nets)> _networkSets;

    public CalicoWorld(SimulatedCluster cluster, IEnumerable<CalicoNetworkSetModel> networkSets)
    {
        _cluster = cluster;
        _networkSets = [.. networkSets.Select(set => (CalicoLabels.Of(set, cluster), set.Nets))];
    }

    /// <summary>The pods that hold a selector.</summary>
    public EndpointPredicate Pods(CalicoSelector selector) => Pod & Labels(selector);

    /// <summary>Whatever has an address of a pod or a network set that holds a selector.</summary>
    public EndpointPredicate Members(CalicoSelector selector)
    {
        var nets = _networkSets.Where(set => selector.Matches(set.Labels)).Aggregate(IpSet.Empty, (all, set) => all | set.Nets);
        return nets.IsEmpty ? Pods(selector) : Pods(selector) | new EndpointPredicate.AddressIn(nets);
    }

    /// <summary>The endpoints of a Service, ready or not, as a source: by address alone.</summary>
    public EndpointPredicate BehindService(CalicoService service) =>
        new EndpointPredicate.AddressIn(IpSet.Of(Slices(service).SelectMany(slice => slice.Addresses).Concat(Backends(service).Select(backend => backend.Address))));

    /// <summary>The endpoints of a Service, ready or not, as a destination: by address, protocol and port.</summary>
    public EndpointPredicate AtService(CalicoService service)
    {
        var listed = from slice in Slices(service) from address in slice.Addresses from port in slice.Ports select new ServiceBackend(address, port.Protocol, port.Port);
        return new EndpointPredicate.BackendOf($"{service.Namespace}/{service.Name}", listed.Concat(Backends(service)).Distinct().ToValueArray(), PinPorts: true);
    }

    private IEnumerable<ServiceBackend> Backends(CalicoService service) => service.Namespace is { } ns ? _cluster.Backends(ns, service.Name) : [];

    private IEnumerable<(IEnumerable<IpAddress> Addresses, ValueArray<ContainerPort> Ports)> Slices(CalicoService service) =>
        _cluster.Objects.OfType<ClusterServiceEndpoints>()
            .Where(slice => slice.Namespace == service.Namespace && slice.Service == service.Name)
            .Select(slice => (slice.Addresses.Concat(slice.NotReady), slice.Ports));

    private EndpointPredicate Labels(CalicoSelector selector) => selector switch
    {
        CalicoSelector.Everything or CalicoSelector.Global => EndpointPredicate.Always,
        CalicoSelector.Label label => Label(label),
        CalicoSelector.Not not => !Labels(not.Part),
        CalicoSelector.And and => EndpointPredicate.All(and.Parts.Select(Labels)),
        CalicoSelector.Or or => EndpointPredicate.Any(or.Parts.Select(Labels)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private EndpointPredicate Label(CalicoSelector.Label label)
    {
        var holds = CalicoLabels.OnPod(label.Key, label.Test, _cluster);
        return label.IsNegative ? !holds : holds;
    }
}
