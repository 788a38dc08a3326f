using PolicyKit.Ir;
using PolicyKit.Manifests;

namespace PolicyKit.Engines.ClusterNetworkPolicy;

/// <summary>Traffic to the <c>protocols</c> of a rule.</summary>
internal static class ClusterNetworkPolicyPorts
{
    private static readonly ManifestMap EveryPort = Range(1, 65535);

    /// <summary>The port of the Service <c>default/kubernetes</c>, for enforcers that look before translation.</summary>
    public static List<ManifestNode> ServicePort { get; } = [Transport(Protocol.Tcp, Nodes.Map(("number", 443)))];

    /// <summary>Whether a port is a name, which only pods have.</summary>
    public static bool HasNames(TrafficIr traffic)
    {
        if (traffic is not TrafficIr.Some some) return false;
        foreach (var port in some.Ports)
        {
            if (port is PortIr.Named) return true;
        }

        return false;
    }

    /// <summary>The protocols, or null for every protocol and port: then the key is left out.</summary>
    /// <param name="traffic">The traffic.</param>
    /// <param name="toPods">Whether the peers are pods; toward anything else there are no names, and the list may turn out empty.</param>
    /// <param name="shared">The trees of ports, which come again in nearly every policy.</param>
    public static List<ManifestNode>? Lower(TrafficIr traffic, bool toPods, SharedNodes shared)
    {
        if (traffic is not TrafficIr.Some some) return null;
        var protocols = new List<ManifestNode>(some.Ports.Count);
        var names = default(List<string>);
        foreach (var port in some.Ports)
        {
            if (port is not PortIr.Named named) protocols.Add(shared.Of(port, static port => Transport(port.Protocol, Numbers(port))));
            else if (toPods && names?.Contains(named.Name) is not true)
            {
                // One name says every protocol, so the same name for another one is not written again.
                (names ??= []).Add(named.Name);
                protocols.Add(Nodes.Map(("destinationNamedPort", named.Name)));
            }
        }

        return protocols;
    }

    // A range of one port is refused by the API server, and so is a protocol without ports.
    private static ManifestMap Numbers(PortIr port) => port switch
    {
        PortIr.Whole => EveryPort,
        PortIr.Range { First: var first, Last: var last } when first == last => Nodes.Map(("number", first)),
        PortIr.Range range => Range(range.First, range.Last),
        PortIr.Named => throw new ArgumentException("A named port has no number.", nameof(port)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static ManifestMap Range(int first, int last) => Nodes.Map(("range", Nodes.Map(("start", first), ("end", last))));

    private static ManifestMap Transport(Protocol protocol, ManifestMap ports)
    {
        var key = protocol switch
        {
            Protocol.Tcp => "tcp",
            Protocol.Udp => "udp",
            Protocol.Sctp => "sctp",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return Nodes.Map((key, Nodes.Map(("destinationPort", ports))));
    }
}
