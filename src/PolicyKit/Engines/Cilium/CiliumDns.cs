using PolicyKit.Ir;
using PolicyKit.Manifests;

namespace PolicyKit.Engines.Cilium;

/// <summary>The DNS proxy: it learns the addresses of names from the answers it passes on, and <c>toFQDNs</c> knows no others.</summary>
internal static class CiliumDns
{
    /// <summary>Lets every name be asked.</summary>
    /// <remarks>
    /// Always every name: a list of names is void as soon as another rule opens the resolver's port, and in a dry run it would drop what was
    /// allowed. What the names resolve to is restricted by <c>toFQDNs</c>.
    /// </remarks>
    public static readonly ManifestMap EveryName = Nodes.Map(("dns", Nodes.List(Nodes.Map(("matchPattern", "*")))));

    /// <summary>Whether names are asked on this port: the proxy takes single ports of TCP and UDP.</summary>
    public static bool IsAskedOn(PortIr port, int resolverPort) =>
        port is PortIr.Range { Protocol: Protocol.Tcp or Protocol.Udp } range && range.First == resolverPort && range.Last == resolverPort;

    /// <summary>Whether a policy asks the resolver on its port, so that its rule carries the proxy.</summary>
    public static bool AsksResolver(PolicyEntry entry, LoweringContext context)
    {
        foreach (var rule in entry.Egress?.Rules ?? [])
        {
            foreach (var peer in rule.Peers)
            {
                if (peer is PeerIr.ResolverPods && Asks(rule.Traffic, context.Facts.Dns.Port)) return true;
                if (peer is PeerIr.ResolverAddresses && Asks(rule.Traffic, 53)) return true;
            }
        }

        return false;
    }

    private static bool Asks(TrafficIr traffic, int port) => traffic is TrafficIr.Some some && some.Ports.Any(one => IsAskedOn(one, port));
}
