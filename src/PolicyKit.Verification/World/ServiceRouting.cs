using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.World;

/// <summary>What is behind a Service, and what dialling it becomes.</summary>
internal static class ServiceRouting
{
    public static ValueArray<ServiceBackend> Backends(SimulatedCluster cluster, string @namespace, string name)
    {
        var listed = cluster.Objects.OfType<ClusterServiceEndpoints>().Where(e => e.Namespace == @namespace && e.Service == name).ToList();
        if (listed.Count > 0)
        {
            return listed.SelectMany(slice => slice.Addresses.SelectMany(address => slice.Ports.Select(port => new ServiceBackend(address, port.Protocol, port.Port)))).Distinct().ToValueArray();
        }

        return Find(cluster, @namespace, name) is { } service
            ? service.Ports.SelectMany(port => BehindPort(cluster, service, port)).Distinct().ToValueArray()
            : [];
    }

    public static ValueArray<Flow> Flows(SimulatedCluster cluster, Endpoint from, string name, Protocol protocol, ushort dialled)
    {
        var parts = name.Split('/');
        if (parts.Length != 2 || Find(cluster, parts[0], parts[1]) is not { } service)
        {
            var known = cluster.Objects.OfType<ClusterService>().Select(one => $"{one.Namespace}/{one.Name}");
            var near = Nearest.To(name, known) is { } suggestion ? $" Did you mean '{suggestion}'?" : "";
            throw new ArgumentException($"The cluster has no Service '{name}'.{near} Write 'namespace/name'.", nameof(name));
        }

        var port = service.Ports.FirstOrDefault(p => p.Protocol == protocol && p.Port == dialled)
            ?? throw new ArgumentException(FormattableString.Invariant($"The Service '{name}' has no {protocol.ToString().ToUpperInvariant()} port {dialled}. It has {string.Join(", ", service.Ports.Select(p => FormattableString.Invariant($"{p.Protocol.ToString().ToUpperInvariant()}/{p.Port}")))}."), nameof(dialled));
        var flows = new List<Flow>();
        foreach (var backend in BehindPort(cluster, service, port))
        {
            var to = cluster.EndpointAt(backend.Address) ?? cluster.Endpoint($"ip:{backend.Address}");
            if (from.Address(backend.Address.Family) is null) continue;
            var via = service.Addresses.Where(a => a.Family == backend.Address.Family).Select(a => new ServiceHop(name, a, dialled)).FirstOrDefault();
            flows.Add(new(from, to, new Traffic.Transport(protocol, backend.Port), backend.Address.Family) { Via = via });
        }

        return flows.ToValueArray();
    }

    private static ClusterService? Find(SimulatedCluster cluster, string @namespace, string name) =>
        cluster.Objects.OfType<ClusterService>().LastOrDefault(service => service.Namespace == @namespace && service.Name == name);

    private static IEnumerable<ServiceBackend> BehindPort(SimulatedCluster cluster, ClusterService service, ServicePort port)
    {
        var listed = cluster.Objects.OfType<ClusterServiceEndpoints>().Where(e => e.Namespace == service.Namespace && e.Service == service.Name).ToList();
        if (listed.Count > 0)
        {
            return from slice in listed
                   from target in slice.Ports
                   where target.Protocol == port.Protocol && target.Name == port.Name
                   from address in slice.Addresses
                   select new ServiceBackend(address, target.Protocol, target.Port);
        }

        return from pod in cluster.Pods
               where service.Selector.Count > 0 && pod.Namespace == service.Namespace
                   && service.Selector.All(label => pod.Label(LabelScope.Pod, label.Key) == label.Value)
               let target = port.TargetName is null ? port.TargetPort : Declared(pod, port)
               where target is not null
               from address in pod.Addresses
               select new ServiceBackend(address, port.Protocol, target.Value);
    }

    private static ushort? Declared(Endpoint pod, ServicePort port)
    {
        foreach (var declared in pod.NamedPorts)
        {
            if (declared.Name == port.TargetName && declared.Protocol == port.Protocol) return declared.Port;
        }

        return null;
    }
}
