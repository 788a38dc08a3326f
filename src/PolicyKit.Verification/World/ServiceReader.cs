using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Reading;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.World;

/// <summary>Reads Services and the EndpointSlices behind them.</summary>
internal static class ServiceReader
{
    private const string SliceServiceLabel = "kubernetes.io/service-name";

    public static ClusterService Service(Fields root)
    {
        var spec = root.Map("spec");
        var addresses = (spec?.Texts("clusterIPs") ?? []).ToList();
        if (addresses.Count == 0 && spec?.Text("clusterIP") is { } only) addresses.Add(new(only, spec.PlaceOf("clusterIP")));
        return new(ClusterReader.Namespace(root), ClusterReader.Name(root))
        {
            Labels = ClusterReader.Labels(root.Map("metadata")),
            Addresses = ClusterReader.Addresses(root.Log, addresses.Where(a => a.Value is not ("None" or ""))).Distinct().ToValueArray(),
            Selector = ClusterReader.Labels(spec, "selector"),
            Ports = (spec?.Maps("ports") ?? []).Select(ServicePort).OfType<ServicePort>().ToValueArray(),
        };
    }

    public static IEnumerable<ClusterObject> Slice(Fields root)
    {
        var service = ClusterReader.Labels(root.Map("metadata")).Where(label => label.Key == SliceServiceLabel).Select(label => label.Value).FirstOrDefault();
        if (service is null) return [];
        var endpoints = (root.Maps("endpoints") ?? []).ToLookup(endpoint => endpoint.Map("conditions")?.Boolean("ready") ?? true);
        return
        [
            new ClusterServiceEndpoints(ClusterReader.Namespace(root), service)
            {
                Addresses = Addresses(root, endpoints[true]),
                NotReady = Addresses(root, endpoints[false]),
                Ports = (root.Maps("ports") ?? []).Select(SlicePort).OfType<ContainerPort>().ToValueArray(),
            },
        ];
    }

    public static Protocol ReadProtocol(Fields port)
    {
        switch (port.Text("protocol"))
        {
            case null or "TCP": return Protocol.Tcp;
            case "UDP": return Protocol.Udp;
            case "SCTP": return Protocol.Sctp;
            case var other:
                port.Log.Reject(port.PlaceOf("protocol"), $"'{other}' is not a protocol.", "Write TCP, UDP or SCTP.");
                return Protocol.Tcp;
        }
    }

    public static ushort? Port(Fields port, string key)
    {
        if (port.Integer(key) is not { } number) return null;
        if (number is >= 1 and <= ushort.MaxValue) return (ushort)number;
        port.Log.Reject(port.PlaceOf(key), FormattableString.Invariant($"{number} is not a port."), "A port is a number from 1 to 65535.");
        return null;
    }

    private static ValueArray<IpAddress> Addresses(Fields root, IEnumerable<Fields> endpoints) =>
        ClusterReader.Addresses(root.Log, endpoints.SelectMany(endpoint => endpoint.Texts("addresses") ?? [])).Distinct().ToValueArray();

    private static ServicePort? ServicePort(Fields port)
    {
        if (Port(port, "port") is not { } number) return null;
        var target = port.IntOrText("targetPort");
        return new(port.Text("name") ?? "", ReadProtocol(port), number, target is null ? number : target is { Number: >= 1 and <= ushort.MaxValue } t ? (ushort)t.Number : null, target?.Text);
    }

    private static ContainerPort? SlicePort(Fields port) =>
        Port(port, "port") is { } number ? new ContainerPort(port.Text("name") ?? "", ReadProtocol(port), number) : null;
}
