using PolicyKit.Ir;
using PolicyKit.Manifests;

namespace PolicyKit.Engines.Kubernetes;

/// <summary>Traffic to the <c>ports</c> of a rule; the protocol is always written.</summary>
internal static class KubernetesPorts
{
    /// <summary>The port of the Service <c>default/kubernetes</c>, for engines that look before translation.</summary>
    public static TrafficIr ServicePort { get; } = new TrafficIr.Some([new PortIr.Range(Protocol.Tcp, 443, 443)]);

    /// <summary>The ports; where every protocol and port is meant, the key is left out instead.</summary>
    public static ManifestList Lower(TrafficIr.Some traffic)
    {
        var items = new ManifestNode[traffic.Ports.Count];
        for (var i = 0; i < items.Length; i++) items[i] = One(traffic.Ports[i]);
        return ManifestList.Trusted(items);
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
