using PolicyKit.Ir;
using PolicyKit.Manifests;

namespace PolicyKit.Engines.Kubernetes;

/// <summary>Traffic to the <c>ports</c> of a rule; the protocol is always written.</summary>
internal static class KubernetesPorts
{
    /// <summary>The port of the Service <c>default/kubernetes</c>, for engines that look before translation.</summary>
    public static TrafficIr ServicePort { get; } = new TrafficIr.Some([new PortIr.Range(Protocol.Tcp, 443, 443)]);

    /// <summary>The ports, or null for every protocol and port: then the key is left out.</summary>
    public static ManifestList? Lower(TrafficIr traffic) => traffic switch
    {
        TrafficIr.Everything => null,
        TrafficIr.Some some => Some(some.Ports),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static ManifestList Some(ValueArray<PortIr> ports)
    {
        var items = new ManifestNode[ports.Count];
        for (var i = 0; i < items.Length; i++) items[i] = One(ports[i]);
        return Nodes.ListOf(items);
    }

    private static ManifestMap One(PortIr port) => port switch
    {
        PortIr.Whole => Nodes.Map(("protocol", Nodes.Text(port.Protocol))),
        PortIr.Range range when range.First == range.Last => Nodes.Map(("port", range.First), ("protocol", Nodes.Text(port.Protocol))),
        PortIr.Range range => Nodes.Map(("port", range.First), ("endPort", range.Last), ("protocol", Nodes.Text(port.Protocol))),
        PortIr.Named named => Nodes.Map(("port", named.Name), ("protocol", Nodes.Text(port.Protocol))),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
