namespace PolicyKit.Ir;

/// <summary>From written ports to merged, sorted traffic.</summary>
internal static class Ports
{
    private const int Last = 65535;

    /// <summary>The meaning of ports toward a peer for which <c>Port.ApiServer</c> is nothing special, and <c>Port.Dns</c> is the given number.</summary>
    public static TrafficIr Plain(ValueArray<Port> written, int dnsPort = 53)
    {
        var ports = new List<PortIr>(written.Count);
        foreach (var port in written)
        {
            switch (port)
            {
                case Port.Every: return TrafficIr.All;
                case Port.EveryOf whole: ports.Add(new PortIr.Whole(whole.Protocol)); break;
                case Port.Numbered one: ports.Add(new PortIr.Range(one.Protocol, one.Number, one.Number)); break;
                case Port.Ranged { First: 1, Last: Last } all: ports.Add(new PortIr.Whole(all.Protocol)); break;
                case Port.Ranged range: ports.Add(new PortIr.Range(range.Protocol, range.First, range.Last)); break;
                case Port.ByName named: ports.Add(new PortIr.Named(named.Protocol, named.Name)); break;
                case Port.DnsService:
                    ports.Add(new PortIr.Range(Protocol.Tcp, dnsPort, dnsPort));
                    ports.Add(new PortIr.Range(Protocol.Udp, dnsPort, dnsPort));
                    break;
                case Port.ApiServerEndpoint:
                    ports.Add(new PortIr.Range(Protocol.Tcp, 443, 443));
                    ports.Add(new PortIr.Range(Protocol.Tcp, 6443, 6443));
                    break;
                default: throw new System.Diagnostics.UnreachableException();
            }
        }

        return new TrafficIr.Some(Merged(ports));
    }

    /// <summary>TCP ports by number.</summary>
    public static TrafficIr Tcp(ValueArray<int> numbers) =>
        new TrafficIr.Some(Merged(numbers.Select(PortIr (number) => new PortIr.Range(Protocol.Tcp, number, number)).ToList()));

    /// <summary>
    /// Sorted and distinct. Nothing is left out for lying inside a range: an enforcer without ranges opens the first port of each, and a port
    /// that was written must not be cut there. For the same reason ranges become one only where they begin together.
    /// </summary>
    private static ValueArray<PortIr> Merged(List<PortIr> ports)
    {
        if (ports.Count == 1) return [ports[0]];
        ports.Sort(IrOrder.Ports);
        var merged = new List<PortIr>(ports.Count);
        foreach (var port in ports)
        {
            if (merged.Count == 0 || merged[^1].Protocol != port.Protocol) merged.Add(port);
            else if (merged[^1] is PortIr.Whole) continue;
            else if (merged[^1] is PortIr.Range before && port is PortIr.Range range && range.First == before.First) merged[^1] = Union(before, range);
            else if (!merged[^1].Equals(port)) merged.Add(port);
        }

        return merged.ToValueArray();
    }

    private static PortIr.Range Union(PortIr.Range before, PortIr.Range range) => before with { Last = Math.Max(before.Last, range.Last) };
}
